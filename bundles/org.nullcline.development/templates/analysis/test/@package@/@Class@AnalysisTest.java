package @package@;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

/** The participation ratio and the verdict, where both are known. */
class @Class@AnalysisTest {

	private static final int UNITS = 8;

	private final Contribution contribution = ContributionRegistry.read().find(ContributionKind.ANALYSIS, "@short@-analysis").orElseThrow();

	@Test
	void theDeclarationIsValid() {
		assertEquals(Optional.empty(), contribution.problem());
	}

	@Test
	void statesOnALineHaveOneDimension() throws Exception {
		AnalysisResult result = analyze(true);
		assertEquals(1, result.values().get("participation ratio"), 1e-9);
		assertEquals(Verdict.REPRODUCED, result.findings().getFirst().verdict());
	}

	@Test
	void statesThatVaryAlikeInAllDirectionsHaveAllDimensions() throws Exception {
		AnalysisResult result = analyze(false);
		assertEquals(UNITS, result.values().get("participation ratio"), 0.5);
		assertEquals(Verdict.NOT_REPRODUCED, result.findings().getFirst().verdict());
	}

	/** Asks the analysis as Nullcline does, of a network whose states are its inputs. */
	private AnalysisResult analyze(boolean onALine) throws Exception {
		RandomStreams random = RandomStreams.of(1);
		Subject subject = new Subject("passing", "passing", UNITS, 0, 0, Map.of(), Network.initialize(new PassingCell(), 1, random));
		return new @Class@Analysis().analyze(new AnalysisRequest(List.of(subject), Optional.of(new Numbers(onALine)),
				contribution.parameters(Map.of()), random.below("analysis"), random), new NullProgressMonitor());
	}

	/** Inputs that are random numbers: one for all channels, or one for each. */
	private record Numbers(boolean onALine) implements TrialTask {

		private static final int STEPS = 20;

		@Override
		public int inputs() {
			return UNITS;
		}

		@Override
		public int outputs() {
			return 1;
		}

		@Override
		public TrialBatch trials(int count, RandomStream random) {
			double[] inputs = new double[count * STEPS * UNITS];
			for (int i = 0; i < inputs.length; i++) {
				inputs[i] = onALine && i % UNITS > 0 ? inputs[i - 1] : random.nextGaussian();
			}
			return new TrialBatch(NativeArrays.of(inputs, count, STEPS, UNITS), NativeArrays.zeros(count, STEPS, 1));
		}
	}

	/** The next state is the input. */
	private record PassingCell() implements Cell {

		@Override
		public int inputs() {
			return UNITS;
		}

		@Override
		public int units() {
			return UNITS;
		}

		@Override
		public StateLayout state() {
			return StateLayout.hidden(UNITS);
		}

		@Override
		public List<WeightDeclaration> weights() {
			return List.of(new WeightDeclaration("none", 1));
		}

		@Override
		public void initialize(Weights weights, RandomStreams random) {
			// There is nothing to draw.
		}

		@Override
		public INDArray step(Weights weights, INDArray inputs, INDArray state) {
			double[] values = NativeArrays.values(inputs);
			return NativeArrays.of(Arrays.copyOf(values, values.length), state.shape());
		}
	}
}

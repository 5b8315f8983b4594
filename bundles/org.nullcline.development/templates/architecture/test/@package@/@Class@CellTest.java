package @package@;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.NumericalJacobian;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.StepwisePass;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.linearalgebra.NativeArrays;

/** What the cell says of itself, held against numerical differentiation of its step. */
class @Class@CellTest {

	private static final int INPUTS = 2;
	private static final int UNITS = 5;
	private static final int STEPS = 4;
	private static final int BATCH = 3;

	private final Contribution contribution = ContributionRegistry.read().find(ContributionKind.ARCHITECTURE, "@short@-cell")
			.orElseThrow();
	private final RandomStreams random = RandomStreams.of(1);

	@Test
	void theDeclarationIsValid() {
		assertEquals(Optional.empty(), contribution.problem());
	}

	@Test
	void theJacobiansAreThoseOfTheStep() throws Exception {
		Cell cell = cell();
		Weights weights = weights(cell);
		INDArray x = draw("x", BATCH, INPUTS);
		INDArray h = draw("h", BATCH, UNITS);
		assertClose(NumericalJacobian.byState(cell, weights, x, h), cell.stateJacobian(weights, x, h));
		assertClose(NumericalJacobian.byInput(cell, weights, x, h), cell.inputJacobian(weights, x, h));
	}

	@Test
	void theGradientsAreThoseOfTheStep() throws Exception {
		Cell cell = cell();
		Weights weights = weights(cell);
		SequenceInputs sequence = new SequenceInputs(draw("inputs", STEPS, BATCH, INPUTS), draw("initial", BATCH, UNITS),
				Optional.of(draw("noise", STEPS, BATCH, UNITS)));
		INDArray stateGradient = draw("gradient", STEPS, BATCH, UNITS);
		Weights expected = weights.zerosLike();
		Weights found = weights.zerosLike();
		try (SequencePass reference = new StepwisePass(cell, STEPS, BATCH);
				SequencePass pass = cell.sequence(STEPS, BATCH, Precision.DOUBLE)) {
			reference.forward(weights, sequence);
			pass.forward(weights, sequence);
			assertClose(reference.states(), pass.states());
			assertClose(reference.backward(stateGradient, expected), pass.backward(stateGradient, found));
			assertClose(reference.inputGradient(), pass.inputGradient());
		}
		expected.arrays().forEach((name, array) -> assertClose(array, found.get(name)));
	}

	private Cell cell() throws Exception {
		return contribution.instantiate(Architecture.class).create(INPUTS, UNITS, contribution.parameters(Map.of()));
	}

	private Weights weights(Cell cell) {
		Weights weights = Weights.zeros(cell.weights());
		cell.initialize(weights, random);
		return weights;
	}

	private INDArray draw(String name, long... shape) {
		RandomStream stream = random.stream(name);
		double[] values = new double[(int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
		for (int i = 0; i < values.length; i++) {
			values[i] = stream.nextGaussian();
		}
		return NativeArrays.of(values, shape);
	}

	private static void assertClose(INDArray expected, INDArray found) {
		assertArrayEquals(expected.shape(), found.shape());
		assertArrayEquals(NativeArrays.values(expected), NativeArrays.values(found), 1e-6);
	}
}

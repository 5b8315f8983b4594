package org.nullcline.analysis.fixedpoints.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.dynamics.SeedStates;
import org.nullcline.dynamics.StateOrder;
import org.nullcline.dynamics.TrialStates;
import org.nullcline.linearalgebra.NativeArrays;

/** Where a search starts: states on test trials, or states around the initial one where there is no task. */
final class SeedSource {

	/** Steps that a network without a task runs for from its seeds: a seed is drawn from any of them. */
	private static final int STEPS = 30;

	private final AnalysisRequest request;
	private final Cell cell;
	private final boolean hasTask;
	private final double[][] visited;

	private SeedSource(AnalysisRequest request, boolean hasTask, double[][] visited) {
		this.request = request;
		this.cell = request.subject().network().cell();
		this.hasTask = hasTask;
		this.visited = visited;
	}

	static SeedSource ofTrials(TrialStates trials, AnalysisRequest request) {
		return new SeedSource(request, true, trials.rows());
	}

	static SeedSource withoutTask(AnalysisRequest request) {
		Network network = request.subject().network();
		SeedSource source = new SeedSource(request, false, NativeArrays.rows(network.initialStates(1)));
		return new SeedSource(request, false, source.seeds(new double[network.cell().inputs()], 0));
	}

	/** States that show where the network lives, [sample][state]; figures project onto their principal components. */
	double[][] visited() {
		return visited;
	}

	/** The seeds for one constant input, [seed][state]; draws go by what units do, not by their numbers. */
	double[][] seeds(double[] input, int condition) {
		Network network = request.subject().network();
		StateOrder order = StateOrder.of(cell, network.weights(), input);
		int count = request.parameters().getInteger("seeds");
		double noise = request.parameters().getReal("noise");
		var random = request.random().stream("seeds", condition);
		if (hasTask) {
			return SeedStates.fromVisited(visited, count, noise, order, random);
		}
		double[][] around = SeedStates.around(NativeArrays.values(network.initialStates(1)), count, Math.max(1, noise), order,
				random);
		List<double[][]> path = path(around, input);
		double[][] seeds = new double[count][];
		for (int i = 0; i < count; i++) {
			double[] later = path.get(random.nextInt(path.size()))[i];
			seeds[i] = i % 2 == 0 || !isFinite(later) ? around[i] : later;
		}
		return seeds;
	}

	/** The states after 1, 2, ... steps. */
	private List<double[][]> path(double[][] starts, double[] input) {
		double[][] rows = new double[starts.length][];
		Arrays.fill(rows, input);
		INDArray inputs = NativeArrays.of(rows).reshape('c', 1, starts.length, cell.inputs());
		List<double[][]> path = new ArrayList<>();
		try (SequencePass pass = cell.sequence(1, starts.length, Precision.DOUBLE)) {
			double[][] current = starts;
			for (int step = 0; step < STEPS; step++) {
				INDArray states = NativeArrays.of(current);
				pass.forward(request.subject().network().weights(), new SequenceInputs(inputs, states));
				current = NativeArrays.rows(pass.states().reshape('c', starts.length, cell.state().size()));
				states.close();
				path.add(current);
			}
		}
		return path;
	}

	private static boolean isFinite(double[] state) {
		return Arrays.stream(state).allMatch(Double::isFinite);
	}
}

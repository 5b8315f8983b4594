package org.nullcline.ui.plots.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.dynamics.DriveIntervention;
import org.nullcline.dynamics.PrincipalComponents;
import org.nullcline.dynamics.TrajectoryBatch;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.ui.plots.Messages;

/**
 * A network on the test trials of its study, each computed when it is asked for, with and without interventions. For one
 * thread at a time.
 */
public final class Rollouts {

	private static final String LENGTHS = "trial_lengths"; //$NON-NLS-1$
	/** Trials where no analysis says how many test trials there are. */
	private static final int TRIALS = 16;
	/** Trials whose states define the plane in which trajectories are drawn. */
	private static final int PLANE_TRIALS = 16;
	private static final int COMPONENTS = 3;

	private final Network network;
	/** [trial][step * channel] */
	private final double[][] inputs;
	private final PrincipalComponents plane;

	private Rollouts(Network network, double[][] inputs) {
		this.network = network;
		this.inputs = inputs;
		double[][] states = Arrays.stream(inputs, 0, Math.min(PLANE_TRIALS, inputs.length))
				.flatMap(trial -> Arrays.stream(states(network, trial))).toArray(double[][]::new);
		plane = PrincipalComponents.of(states);
	}

	/**
	 * The test trials of the study of a run: the same as in the results of its analyses.
	 *
	 * @throws NotShownException if the network is not trained yet, or its task is not known
	 */
	public static Rollouts read(RunContent run) throws IOException, NotShownException {
		RunNetwork trained = RunNetwork.read(run);
		if (trained.task().isEmpty()) {
			throw new NotShownException(Messages.Network_noTask);
		}
		Optional<ResultArrays> lengths = run.find(LENGTHS);
		int count = lengths.isPresent() ? lengths.get().integers(LENGTHS).length : TRIALS;
		long seed = run.settings().map(settings -> settings.masterSeed()).orElse(1L);
		return new Rollouts(trained.network(), inputs(trained.task().get(), count, seed));
	}

	/** As {@code AnalysisRequest.testTrials} draws them, so that a trial has the same number everywhere. */
	private static double[][] inputs(TrialTask task, int count, long seed) {
		TrialBatch trials = task.trials(count, RandomStreams.of(seed).stream("test trials")).withDenseInputs(task.inputs()); //$NON-NLS-1$
		double[] all = NativeArrays.values(trials.inputs());
		double[] mask = trials.mask().map(NativeArrays::values).orElse(null);
		int steps = trials.steps();
		double[][] inputs = new double[count][];
		for (int trial = 0; trial < count; trial++) {
			int start = trial * steps * task.inputs();
			inputs[trial] = Arrays.copyOfRange(all, start, start + length(mask, trial, steps) * task.inputs());
		}
		trials.close();
		return inputs;
	}

	/** Steps up to the last one that counts; the rest is padding. */
	private static int length(double[] mask, int trial, int steps) {
		int length = steps;
		while (mask != null && length > 1 && mask[trial * steps + length - 1] == 0) {
			length--;
		}
		return length;
	}

	/** Number of trials. */
	public int trials() {
		return inputs.length;
	}

	/** Number of hidden units. */
	public int units() {
		return network.cell().units();
	}

	/** Number of outputs. */
	public int outputs() {
		return network.outputs();
	}

	/** Whether the drives of single units can be scaled; their activity always can. */
	public boolean hasUnitDrives() {
		return network.cell().unitDrives().isPresent();
	}

	/** Fraction of the variance along the components of {@link #project}. */
	public double[] fractions() {
		return Arrays.copyOf(plane.explainedFractions(), COMPONENTS);
	}

	/** Coordinates of states along the leading principal components of the network without intervention. */
	public double[][] project(double[][] states) {
		return plane.project(states, COMPONENTS);
	}

	/** Runs one trial. */
	public Rollout run(int trial) {
		return rollout(states(network, inputs[trial]));
	}

	/**
	 * Runs one trial with some units scaled.
	 *
	 * @throws AnalysisException if the cell does not tell the drives of its units
	 */
	public Rollout run(int trial, UnitScaling scaling) throws AnalysisException {
		if (scaling.changesNothing()) {
			return run(trial);
		}
		if (scaling.part() == UnitScaling.Part.ACTIVITY) {
			return rollout(scaledActivity(inputs[trial], scaling));
		}
		Network changed = new DriveIntervention(scaling.part().drive(), scaling.units(), scaling.factor()).of(network);
		double[][] states = states(changed, inputs[trial]);
		changed.weights().close();
		return rollout(states);
	}

	private Rollout rollout(double[][] states) {
		INDArray rows = NativeArrays.of(states);
		INDArray outputs = network.outputs(rows);
		Rollout rollout = new Rollout(states, NativeArrays.rows(outputs));
		rows.close();
		outputs.close();
		return rollout;
	}

	private static double[][] states(Network network, double[] inputs) {
		int channels = network.cell().inputs();
		INDArray trial = NativeArrays.of(inputs.clone(), 1, inputs.length / channels, channels);
		INDArray states = network.states(trial);
		double[] values = NativeArrays.values(states);
		trial.close();
		states.close();
		int size = network.cell().state().size();
		double[][] rows = new double[values.length / size][];
		for (int t = 0; t < rows.length; t++) {
			rows[t] = Arrays.copyOfRange(values, t * size, (t + 1) * size);
		}
		return rows;
	}

	/** h_t = c * F(x_t, h_(t-1)) for the chosen units. */
	private double[][] scaledActivity(double[] trial, UnitScaling scaling) {
		int channels = network.cell().inputs();
		double[][] states = new double[trial.length / channels][];
		try (TrajectoryBatch batch = new TrajectoryBatch(network, 1, Precision.DOUBLE)) {
			batch.setState(0, NativeArrays.values(network.initialStates(1)));
			for (int t = 0; t < states.length; t++) {
				System.arraycopy(trial, t * channels, batch.inputs(), 0, channels);
				batch.step();
				states[t] = batch.states();
				for (int unit : scaling.units()) {
					states[t][unit] *= scaling.factor();
				}
				batch.setState(0, states[t]);
			}
		}
		return states;
	}

	/**
	 * A network on one trial.
	 *
	 * @param states  after each step, [step][state]
	 * @param outputs [step][output]
	 */
	public record Rollout(double[][] states, double[][] outputs) {
	}
}

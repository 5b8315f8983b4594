package org.nullcline.ui.plots.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nullcline.dynamics.PrincipalComponents;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.ui.common.selection.SelectedTime;

/**
 * States of a network along principal components, and its fixed points among them.
 *
 * @param coordinates [sample][component], trajectory after trajectory
 * @param starts      the first sample of each trajectory, and the number of samples at the end
 * @param firstTrial  the number of the first trajectory: 0 for test trials, {@link SelectedTime#DRIVEN} for a driven run
 * @param fractions   of the variance along each component
 * @param groups      which group each sample belongs to, such as its region; empty for none
 * @param groupNames  by number of the group
 * @param points      the fixed points; nothing if none are known
 * @param projected   [point][component], NaN where a point is not of the same state space
 */
public record Trajectories(double[][] coordinates, int[] starts, int firstTrial, double[] fractions, int[] groups,
		List<String> groupNames, Optional<FixedPoints> points, double[][] projected) {

	private static final String PROJECTIONS = "projections"; //$NON-NLS-1$
	private static final String LENGTHS = "trial_lengths"; //$NON-NLS-1$
	private static final String COMPONENTS = "components"; //$NON-NLS-1$
	private static final String MEAN = "mean"; //$NON-NLS-1$
	private static final String VARIANCE = "explained_variance"; //$NON-NLS-1$
	private static final String STATES = "states"; //$NON-NLS-1$
	private static final String REGION = "region"; //$NON-NLS-1$
	private static final String SYMBOL = "symbol"; //$NON-NLS-1$
	private static final int MOST_COMPONENTS = 10;
	/** Of trials that are computed anew. */
	private static final int MOST_TRIALS = 16;

	/**
	 * Test trials where a result has their projections, else the states of a driven run, else a few test trials computed anew,
	 * else fixed points alone.
	 */
	public static Trajectories read(RunContent run) throws IOException, NotShownException {
		Optional<FixedPoints> points = FixedPoints.of(run);
		Optional<ResultArrays> projected = run.find(PROJECTIONS, LENGTHS, COMPONENTS, MEAN, VARIANCE);
		if (projected.isPresent()) {
			return ofTrials(projected.get(), points);
		}
		Optional<ResultArrays> driven = run.find(STATES, SYMBOL);
		if (driven.isPresent()) {
			return ofDrivenRun(driven.get(), points);
		}
		try {
			return ofRollouts(Rollouts.read(run), points);
		} catch (NotShownException e) {
			if (points.isPresent() && points.get().count() > 1) {
				return ofPoints(points.get());
			}
			throw e;
		}
	}

	private static Trajectories ofRollouts(Rollouts rollouts, Optional<FixedPoints> points) throws IOException {
		int count = Math.min(MOST_TRIALS, rollouts.trials());
		int[] starts = new int[count + 1];
		List<double[]> states = new ArrayList<>();
		for (int trial = 0; trial < count; trial++) {
			states.addAll(Arrays.asList(rollouts.run(trial).states()));
			starts[trial + 1] = states.size();
		}
		double[][] samples = states.toArray(double[][]::new);
		PrincipalComponents components = PrincipalComponents.of(samples);
		return new Trajectories(components.project(samples, Math.min(MOST_COMPONENTS, samples[0].length)), starts, 0,
				components.explainedFractions(), new int[0], List.of(), points,
				project(points, NativeArrays.rows(components.components()), components.mean()));
	}

	private static Trajectories ofTrials(ResultArrays arrays, Optional<FixedPoints> points) throws IOException {
		int[] lengths = arrays.integers(LENGTHS);
		int[] starts = new int[lengths.length + 1];
		for (int trial = 0; trial < lengths.length; trial++) {
			starts[trial + 1] = starts[trial] + lengths[trial];
		}
		double[] variance = arrays.values(VARIANCE);
		double total = Arrays.stream(variance).sum();
		return new Trajectories(arrays.rows(PROJECTIONS), starts, 0, Arrays.stream(variance).map(v -> v / total).toArray(), new int[0],
				List.of(), points, project(points, arrays.rows(COMPONENTS), arrays.values(MEAN)));
	}

	private static Trajectories ofDrivenRun(ResultArrays arrays, Optional<FixedPoints> points) throws IOException {
		double[][] states = arrays.rows(STATES);
		PrincipalComponents components = PrincipalComponents.of(states);
		int count = Math.min(MOST_COMPONENTS, states[0].length);
		boolean regions = arrays.has(REGION);
		int[] groups = arrays.integers(regions ? REGION : SYMBOL);
		int largest = Arrays.stream(groups).max().orElse(-1);
		List<String> names = regions && largest < Regions.NAMES.size() ? Regions.NAMES
				: IntStream.rangeClosed(0, largest).mapToObj(k -> "symbol " + k).toList(); //$NON-NLS-1$
		return new Trajectories(components.project(states, count), new int[] { 0, states.length }, SelectedTime.DRIVEN,
				components.explainedFractions(), groups, names, points,
				project(points, NativeArrays.rows(components.components()), components.mean()));
	}

	private static Trajectories ofPoints(FixedPoints points) {
		PrincipalComponents components = PrincipalComponents.of(points.states());
		double[][] projected = components.project(points.states(), Math.min(MOST_COMPONENTS, points.states()[0].length));
		return new Trajectories(new double[0][projected[0].length], new int[] { 0 }, 0, components.explainedFractions(), new int[0],
				List.of(), Optional.of(points), projected);
	}

	/** Points whose state has more or fewer values than the components have are left out: those may be of the units alone. */
	private static double[][] project(Optional<FixedPoints> points, double[][] components, double[] mean) {
		if (points.isEmpty()) {
			return new double[0][];
		}
		double[][] projected = new double[points.get().count()][Math.min(MOST_COMPONENTS, components.length)];
		for (int i = 0; i < projected.length; i++) {
			double[] state = points.get().states()[i];
			for (int c = 0; c < projected[i].length; c++) {
				double sum = state.length < mean.length ? Double.NaN : 0;
				for (int j = 0; j < mean.length && j < state.length; j++) {
					sum += components[c][j] * (state[j] - mean[j]);
				}
				projected[i][c] = sum;
			}
		}
		return projected;
	}

	/** Number of trajectories. */
	public int trials() {
		return starts.length - 1;
	}

	/** Number of components. */
	public int components() {
		return coordinates.length > 0 ? coordinates[0].length : projected.length > 0 ? projected[0].length : 0;
	}

	/** The number of a trajectory's trial. */
	public int trial(int trajectory) {
		return trajectory + firstTrial;
	}

	/** The trajectory and the step of a sample. */
	public SampleTime time(int sample) {
		int found = Arrays.binarySearch(starts, sample);
		int trajectory = found >= 0 ? found : -found - 2;
		// Trajectories without samples begin where the next one does.
		while (trajectory + 1 < starts.length - 1 && starts[trajectory + 1] == sample) {
			trajectory++;
		}
		return new SampleTime(trial(trajectory), sample - starts[trajectory]);
	}

	/** The sample of a trial's step; -1 if there is none. */
	public int sample(int trial, int step) {
		int trajectory = trial - firstTrial;
		if (trajectory < 0 || trajectory >= trials() || step < 0 || starts[trajectory] + step >= starts[trajectory + 1]) {
			return -1;
		}
		return starts[trajectory] + step;
	}

	/** A step of a trial. */
	public record SampleTime(int trial, int step) {
	}
}

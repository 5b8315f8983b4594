package org.nullcline.trainer.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.task.ReferenceSolution;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.core.training.Objective;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.runs.ReferenceLosses;
import org.nullcline.runs.ReferenceLosses.Level;
import org.nullcline.runs.ReferenceLosses.TrialSet;

/** Measures what a task's reference solutions score under a study's objective, with batches as large as those of training. */
final class ReferenceMeasurement {

	private static final int DRAWS = 3;

	private final TrialTask task;
	private final TrialSource source;
	private final Objective objective;
	private final RandomStreams random;

	/** @param random that of the study: all its networks see the same levels */
	ReferenceMeasurement(TrialTask task, TrialSource source, Objective objective, RandomStreams random) {
		this.task = task;
		this.source = source;
		this.objective = objective;
		this.random = random.below("reference solutions");
	}

	/**
	 * Measures all solutions.
	 *
	 * @param batch   number of trials of a training batch
	 * @param heldOut the held-out trials; stay the caller's
	 */
	ReferenceLosses measure(int batch, TrialBatch heldOut) throws ContributionException {
		List<Level> levels = new ArrayList<>();
		for (ReferenceSolution solution : references()) {
			double[] training = new double[DRAWS];
			double[] validation = new double[DRAWS];
			for (int draw = 0; draw < DRAWS; draw++) {
				RandomStreams own = random.below(solution.name()).below(Integer.toString(draw));
				TrialBatch fresh = source.draw(batch, own.stream("trials"));
				try {
					training[draw] = loss(solution, fresh, own.below("training"));
				} finally {
					fresh.close();
				}
				validation[draw] = loss(solution, heldOut, own.below("validation"));
			}
			levels.add(level(solution, batch, TrialSet.TRAINING, training));
			levels.add(level(solution, heldOut.trials(), TrialSet.VALIDATION, validation));
		}
		return new ReferenceLosses(levels);
	}

	private List<ReferenceSolution> references() throws ContributionException {
		try {
			return List.copyOf(task.references());
		} catch (RuntimeException e) {
			throw new ContributionException(source.contribution(), "failed to name its reference solutions: " + e, e);
		}
	}

	private double loss(ReferenceSolution solution, TrialBatch trials, RandomStreams own) throws ContributionException {
		INDArray outputs;
		try {
			outputs = solution.outputs().draw(trials, own.stream("outputs"));
		} catch (RuntimeException e) {
			throw new ContributionException(source.contribution(),
					"failed to draw its reference solution '" + solution.name() + "': " + e, e);
		}
		long[] expected = { trials.trials(), trials.steps(), task.outputs() };
		if (outputs == null || !Arrays.equals(expected, outputs.shape())) {
			throw new ContributionException(source.contribution(), "outputs of its reference solution '" + solution.name()
					+ "': expected the shape " + Arrays.toString(expected) + ", found "
					+ (outputs == null ? "none" : Arrays.toString(outputs.shape())), null);
		}
		INDArray gradient = NativeArrays.zeros(outputs.shape());
		try {
			return objective.evaluate(outputs, trials, own.stream("objective"), gradient);
		} finally {
			outputs.close();
			gradient.close();
		}
	}

	private static Level level(ReferenceSolution solution, int trials, TrialSet set, double[] losses) {
		double mean = Arrays.stream(losses).average().orElseThrow();
		double squares = Arrays.stream(losses).map(loss -> (loss - mean) * (loss - mean)).sum();
		return new Level(solution.name(), solution.role(), trials, set, mean, Math.sqrt(squares / (losses.length - 1)));
	}
}

package org.nullcline.runs;

/**
 * One row of a run's metrics.
 *
 * @param step           number of weight updates so far
 * @param loss           objective on the training batch of this step, without penalty
 * @param unexplained    fraction of variance unexplained on the held-out trials, or NaN where it was not measured
 * @param gradientNorm   Euclidean norm of the gradient before clipping
 * @param learningRate   of this step
 * @param validationLoss objective on the held-out trials, without penalty, or NaN where it was not measured
 * @param skill          where the validation loss stands between chance (0) and the ideal (1); NaN if the task names no
 *                       reference solutions
 */
public record Measurement(int step, double loss, double unexplained, double gradientNorm, double learningRate,
		double validationLoss, double skill) {

	/** A row of a task without reference solutions. */
	public Measurement(int step, double loss, double unexplained, double gradientNorm, double learningRate,
			double validationLoss) {
		this(step, loss, unexplained, gradientNorm, learningRate, validationLoss, Double.NaN);
	}
}

package org.nullcline.runs.index;

import java.util.List;

import org.nullcline.runs.Measurement;

/**
 * How the training of a run went, in a few numbers; NaN where something was not measured.
 *
 * @param loss               objective on the training batch of the last step that was measured
 * @param validationLoss     objective on the held-out trials, when it was measured last
 * @param unexplained        fraction of variance unexplained on the held-out trials, when it was measured last
 * @param bestValidationLoss the smallest one
 * @param bestStep           when it was measured first; -1 if never
 * @param bestUnexplained    the smallest fraction unexplained
 * @param seconds            time spent in training
 */
public record TrainingSummary(double loss, double validationLoss, double unexplained, double bestValidationLoss,
		int bestStep, double bestUnexplained, double seconds) {

	/** Of a run that has measured nothing. */
	public static final TrainingSummary NOTHING = of(List.of(), Double.NaN);

	/** @param rows oldest first */
	public static TrainingSummary of(List<Measurement> rows, double seconds) {
		double loss = Double.NaN;
		double validationLoss = Double.NaN;
		double unexplained = Double.NaN;
		double bestValidationLoss = Double.NaN;
		int bestStep = -1;
		double bestUnexplained = Double.NaN;
		for (Measurement row : rows) {
			loss = row.loss();
			if (!Double.isNaN(row.validationLoss())) {
				validationLoss = row.validationLoss();
				if (!(bestValidationLoss <= validationLoss)) {
					bestValidationLoss = validationLoss;
					bestStep = row.step();
				}
			}
			if (!Double.isNaN(row.unexplained())) {
				unexplained = row.unexplained();
				bestUnexplained = bestUnexplained <= unexplained ? bestUnexplained : unexplained;
			}
		}
		return new TrainingSummary(loss, validationLoss, unexplained, bestValidationLoss, bestStep, bestUnexplained, seconds);
	}
}

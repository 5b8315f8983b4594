package org.nullcline.trainer.internal;

import java.util.Map;

import org.nullcline.core.study.TrainingSettings;

/** The learning rate of each step: schedule, warm-up, phase, and what a plateau of the validation loss did to it. */
final class LearningRate {

	private final TrainingSettings settings;
	private final int steps;
	private double scale = 1;
	private double best = Double.POSITIVE_INFINITY;
	private int waited;

	LearningRate(TrainingSettings settings) {
		this.settings = settings;
		steps = settings.steps();
	}

	/** The rate of a step, counted from 1. */
	double at(int step) {
		TrainingSettings.LearningRate rate = settings.learningRate();
		double warmUp = rate.warmUpSteps() == 0 ? 1 : Math.min(1, (double) step / rate.warmUpSteps());
		double progress = (step - 1.0) / Math.max(1, steps - 1);
		double decay = switch (rate.schedule()) {
		case CONSTANT -> 1;
		case EXPONENTIAL -> StrictMath.pow(rate.finalFraction(), progress);
		case EXPONENTIAL_PER_STEP -> StrictMath.pow(rate.decay(), step - 1.0);
		case COSINE -> rate.finalFraction()
				+ (1 - rate.finalFraction()) * (1 + StrictMath.cos(StrictMath.PI * progress)) / 2;
		case PLATEAU -> scale;
		};
		return rate.largest() * warmUp * decay * settings.phase(step).learningRateFactor();
	}

	/** Takes note of a validation; what is no number is no improvement. */
	void validated(double loss) {
		TrainingSettings.LearningRate rate = settings.learningRate();
		// Losses may be negative, as where a reward is to grow: the threshold is a fraction of the size.
		boolean first = best == Double.POSITIVE_INFINITY;
		if (loss < (first ? best : best - rate.plateauThreshold() * Math.abs(best))) {
			best = loss;
			waited = 0;
		} else if (++waited > rate.plateauPatience()) {
			scale *= rate.plateauFactor();
			waited = 0;
		}
	}

	/** Writes down where the plateau schedule stands. */
	void save(Map<String, String> progress) {
		progress.put("plateau_scale", Double.toString(scale));
		progress.put("plateau_best", Double.toString(best));
		progress.put("plateau_waited", Integer.toString(waited));
	}

	/** Goes on from what was written down; checkpoints from before there were schedules hold nothing. */
	void restore(Map<String, String> progress) {
		scale = Double.parseDouble(progress.getOrDefault("plateau_scale", "1"));
		best = Double.parseDouble(progress.getOrDefault("plateau_best", "Infinity"));
		waited = Integer.parseInt(progress.getOrDefault("plateau_waited", "0"));
	}
}

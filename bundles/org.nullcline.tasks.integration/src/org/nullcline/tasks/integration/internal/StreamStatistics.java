package org.nullcline.tasks.integration.internal;

import org.nullcline.core.random.RandomStream;

/**
 * How a noisy stream is drawn: a mean mu for each trial, then mu + noise N(0, 1) at each step.
 *
 * @param means distribution of mu
 * @param scale of mu
 * @param noise standard deviation at each step
 */
record StreamStatistics(Means means, double scale, double noise) {

	/** How the mean of a stream is distributed over trials. */
	enum Means {
		/** mu ~ U(-scale, scale). */
		UNIFORM("uniform"),
		/** mu = 2 scale (N(0, 1) - 0.5), as in Sussillo's tutorials; not symmetric about 0. */
		SHIFTED_GAUSSIAN("shifted-gaussian");

		private final String id;

		Means(String id) {
			this.id = id;
		}

		static Means of(String id) {
			for (Means means : values()) {
				if (means.id.equals(id)) {
					return means;
				}
			}
			throw new IllegalArgumentException("no such distribution: " + id);
		}
	}

	double mean(RandomStream random) {
		return switch (means) {
		case UNIFORM -> scale * (2 * random.nextDouble() - 1);
		case SHIFTED_GAUSSIAN -> 2 * scale * (random.nextGaussian() - 0.5);
		};
	}

	double sample(double mean, RandomStream random) {
		return mean + noise * random.nextGaussian();
	}
}

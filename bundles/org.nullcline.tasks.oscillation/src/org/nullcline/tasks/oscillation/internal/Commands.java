package org.nullcline.tasks.oscillation.internal;

import org.nullcline.core.random.RandomStream;

/**
 * Inputs that command a frequency, omega = slope u + offset in cycles per time step.
 *
 * @param lowest  smallest input u
 * @param highest largest input u
 * @param levels  number of evenly spaced inputs, both ends included; 0 for any input in between
 * @param offset  frequency at u = 0, cycles per step
 * @param slope   cycles per step and unit of input
 */
record Commands(double lowest, double highest, int levels, double offset, double slope) {

	/** Above this frequency, in cycles per step, a sampled sine cannot be told from a slower one. */
	private static final double NYQUIST = 0.5;

	Commands {
		if (lowest > highest) {
			throw new IllegalArgumentException("parameter 'lowest-input': " + lowest + " is above highest-input, " + highest);
		}
		if (levels == 1) {
			throw new IllegalArgumentException(
					"parameter 'levels': evenly spaced inputs with both ends are 2 or more; 0 is any input");
		}
		for (double input : new double[] { lowest, highest }) {
			double frequency = slope * input + offset;
			if (!(frequency > 0 && frequency <= NYQUIST)) {
				throw new IllegalArgumentException("parameter 'offset': the input " + input + " commands " + frequency
						+ " cycles per step; frequencies lie above 0 and up to " + NYQUIST);
			}
		}
	}

	/** The commanded frequency in cycles per step. */
	double frequency(double input) {
		return slope * input + offset;
	}

	/** An input of a trial. */
	double draw(RandomStream random) {
		double place = random.nextDouble();
		return levels == 0 ? lowest + (highest - lowest) * place : spaced((int) (place * levels), levels);
	}

	/** The n-th of evenly spaced inputs, both ends included. */
	double spaced(int n, int count) {
		return count == 1 ? (lowest + highest) / 2 : lowest + (highest - lowest) * n / (count - 1);
	}
}

package @package@;

/** Sums and sums of products of the states of each trial, from which the covariance of any choice of trials follows. */
final class StateMoments {

	private final int dimensions;
	/** States per trial. */
	private final int steps;
	/** [trial][dimension]. */
	private final double[][] sums;
	/** [trial][dimension * dimension]. */
	private final double[][] products;

	private StateMoments(int trials, int steps, int dimensions) {
		this.steps = steps;
		this.dimensions = dimensions;
		sums = new double[trials][dimensions];
		products = new double[trials][dimensions * dimensions];
	}

	/** @param states [trial, time, dimension], row by row */
	static StateMoments of(double[] states, int trials, int steps, int dimensions) {
		StateMoments moments = new StateMoments(trials, steps, dimensions);
		for (int i = 0; i < trials * steps; i++) {
			moments.add(i / steps, states, i * dimensions);
		}
		return moments;
	}

	/** Those of one time step alone. */
	static StateMoments at(double[] states, int trials, int steps, int dimensions, int time) {
		StateMoments moments = new StateMoments(trials, 1, dimensions);
		for (int trial = 0; trial < trials; trial++) {
			moments.add(trial, states, (trial * steps + time) * dimensions);
		}
		return moments;
	}

	private void add(int trial, double[] states, int at) {
		for (int i = 0; i < dimensions; i++) {
			sums[trial][i] += states[at + i];
			for (int j = 0; j < dimensions; j++) {
				products[trial][i * dimensions + j] += states[at + i] * states[at + j];
			}
		}
	}

	/** tr(C)^2 / tr(C^2) of the covariance C of the states of some trials; 0 where nothing varies. */
	double participationRatio(int[] trials) {
		double[] sum = new double[dimensions];
		double[] product = new double[dimensions * dimensions];
		for (int trial : trials) {
			for (int i = 0; i < sum.length; i++) {
				sum[i] += sums[trial][i];
			}
			for (int i = 0; i < product.length; i++) {
				product[i] += products[trial][i];
			}
		}
		double states = (double) trials.length * steps;
		double trace = 0;
		double traceOfSquare = 0;
		for (int i = 0; i < dimensions; i++) {
			for (int j = 0; j < dimensions; j++) {
				double covariance = product[i * dimensions + j] / states - sum[i] / states * (sum[j] / states);
				trace += i == j ? covariance : 0;
				traceOfSquare += covariance * covariance;
			}
		}
		return traceOfSquare > 0 ? trace * trace / traceOfSquare : 0;
	}
}

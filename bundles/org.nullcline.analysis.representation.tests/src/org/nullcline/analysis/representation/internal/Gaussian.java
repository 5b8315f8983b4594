package org.nullcline.analysis.representation.internal;

import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;

/** Random matrices for tests. */
final class Gaussian {

	private Gaussian() {
	}

	static double[][] samples(int rows, int columns, int seed) {
		RandomStream random = RandomStreams.of(seed).stream("gaussian");
		double[][] values = new double[rows][columns];
		for (double[] row : values) {
			for (int j = 0; j < columns; j++) {
				row[j] = random.nextGaussian();
			}
		}
		return values;
	}
}

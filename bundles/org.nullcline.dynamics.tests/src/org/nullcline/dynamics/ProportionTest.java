package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;

class ProportionTest {

	/** Values of R's binom.confint(method = "wilson"). */
	@Test
	void wilsonInterval() {
		Interval none = new Proportion(0, 50).interval();
		assertEquals(0, none.low(), 1e-12);
		assertEquals(0.07134760, none.high(), 1e-7);
		Interval half = new Proportion(5, 10).interval();
		assertEquals(0.2365931, half.low(), 1e-6);
		assertEquals(0.7634069, half.high(), 1e-6);
	}

	/** The mean of an autoregressive series is far less certain than as many independent numbers would make it. */
	@Test
	void blocksKeepNeighborsTogether() {
		int n = 5000;
		RandomStream random = RandomStreams.of(1).stream("series");
		double[] series = new double[n];
		for (int t = 1; t < n; t++) {
			series[t] = 0.95 * series[t - 1] + random.nextGaussian();
		}
		Interval interval = BlockBootstrap.interval(n, 50, drawn -> Arrays.stream(drawn).mapToDouble(t -> series[t]).average().orElse(0),
				random);
		// sd of the mean: sigma/(1 - 0.95)/sqrt(n) = 0.283; independent numbers of the same spread would give 0.045.
		assertEquals(2 * 1.96 * 0.283, interval.high() - interval.low(), 0.4);
	}
}

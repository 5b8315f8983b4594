package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;

class SampleMeanTest {

	@Test
	void meanAndStandardError() {
		SampleMean mean = SampleMean.of(new double[] { 1, 2, 3, 6 });
		assertEquals(3, mean.mean());
		assertEquals(Math.sqrt(14.0 / 3 / 4), mean.standardError(), 1e-15);
		assertTrue(Double.isNaN(SampleMean.of(new double[] { 1 }).standardError()));
	}

	@Test
	void intervalIsAboutTwoStandardErrorsWide() {
		RandomStream stream = RandomStreams.of(1).stream("values");
		double[] values = new double[100];
		Arrays.setAll(values, i -> stream.nextGaussian());
		SampleMean mean = SampleMean.of(values);
		Interval interval = SampleMean.interval(values, "networks", RandomStreams.of(1).stream("bootstrap"));
		assertEquals(mean.mean() - 1.96 * mean.standardError(), interval.low(), 0.25 * mean.standardError());
		assertEquals(mean.mean() + 1.96 * mean.standardError(), interval.high(), 0.25 * mean.standardError());
	}

	@Test
	void twoValuesGiveNoInterval() {
		Interval interval = SampleMean.interval(new double[] { 1, 2 }, "networks", RandomStreams.of(1).stream("bootstrap"));
		assertTrue(Double.isNaN(interval.low()));
		assertTrue(interval.method().contains("too few"));
	}
}

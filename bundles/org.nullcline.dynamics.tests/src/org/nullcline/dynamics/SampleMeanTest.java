package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
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
		Interval interval = SampleMean.interval(values, "networks");
		assertEquals(mean.mean() - 1.984217 * mean.standardError(), interval.low(), 1e-6);
		assertEquals(mean.mean() + 1.984217 * mean.standardError(), interval.high(), 1e-6);
	}

	/** Tabulated 97.5 % quantiles. */
	@Test
	void quantilesOfStudent() {
		assertEquals(12.706205, StudentT.two95(1), 1e-6);
		assertEquals(4.302653, StudentT.two95(2), 1e-6);
		assertEquals(3.182446, StudentT.two95(3), 1e-6);
		assertEquals(2.776445, StudentT.two95(4), 1e-6);
		assertEquals(2.228139, StudentT.two95(10), 1e-6);
		assertEquals(2.068658, StudentT.two95(23), 1e-6);
		assertEquals(1.959964, StudentT.two95(100000), 0.003);
		assertTrue(Double.isNaN(StudentT.two95(0)));
	}

	@Test
	void intervalOfThreeValuesCoversTheMean() {
		RandomStream stream = RandomStreams.of(2).stream("values");
		int covered = 0;
		for (int repeat = 0; repeat < 1000; repeat++) {
			Interval interval = SampleMean
					.interval(new double[] { stream.nextGaussian(), stream.nextGaussian(), stream.nextGaussian() }, "networks");
			covered += interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
		}
		// Binomial with p = 0.95: 950 +- 7.
		assertEquals(950, covered, 28);
	}

	@Test
	void sharesOfNetworks() {
		assertEquals(Verdict.UNDECIDED, new NetworkShare(3, 3).verdict());
		assertEquals(3 / (3 + 1.959964 * 1.959964), new NetworkShare(3, 3).interval().low(), 1e-6);
		assertEquals(1, new NetworkShare(3, 3).interval().high(), 1e-12);
		assertEquals(Verdict.REPRODUCED, new NetworkShare(4, 4).verdict());
		assertEquals(Verdict.REPRODUCED, new NetworkShare(22, 24).verdict());
		assertEquals(Verdict.UNDECIDED, new NetworkShare(21, 24).verdict());
		assertEquals(Verdict.NOT_REPRODUCED, new NetworkShare(18, 24).verdict());
		assertEquals(Verdict.NOT_REPRODUCED, new NetworkShare(0, 4).verdict());
		assertEquals(Verdict.UNDECIDED, new NetworkShare(0, 1).verdict());
		assertEquals(Verdict.UNDECIDED, new NetworkShare(0, 0).verdict());
		Finding finding = new NetworkShare(3, 3).finding("Networks are round.", "one corner", "none", "");
		assertTrue(finding.explanation().contains("3 of 3") && finding.explanation().contains("decide nothing"));
	}

	@Test
	void twoValuesGiveNoInterval() {
		Interval interval = SampleMean.interval(new double[] { 1, 2 }, "networks");
		assertTrue(Double.isNaN(interval.low()));
		assertTrue(interval.method().contains("too few"));
	}
}

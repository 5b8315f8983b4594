package org.nullcline.analysis.trials.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.VarianceUnexplained;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.linearalgebra.NativeArrays;

class TrialErrorsTest {

	private static INDArray gaussian(String name, double scale, INDArray about) {
		RandomStream stream = RandomStreams.of(3).stream(name);
		double[] values = about == null ? new double[40 * 7 * 2] : NativeArrays.values(about);
		for (int i = 0; i < values.length; i++) {
			values[i] += scale * stream.nextGaussian();
		}
		return NativeArrays.of(values, 40, 7, 2);
	}

	@Test
	void agreesWithTheMeasureOfTraining() {
		INDArray targets = gaussian("targets", 1, null);
		INDArray outputs = gaussian("outputs", 0.3, targets);
		double[] mask = new double[40 * 7];
		for (int i = 0; i < mask.length; i++) {
			mask[i] = i % 7 < 2 ? 0 : 1;
		}
		for (Optional<INDArray> weights : java.util.List.of(Optional.<INDArray>empty(), Optional.of(NativeArrays.of(mask, 40, 7)))) {
			assertEquals(VarianceUnexplained.fraction(outputs, targets, weights),
					TrialErrors.of(outputs, targets, weights).fraction(), 1e-12);
		}
	}

	@Test
	void intervalHoldsTheFraction() {
		INDArray targets = gaussian("targets", 1, null);
		TrialErrors errors = TrialErrors.of(gaussian("outputs", 0.3, targets), targets, Optional.empty());
		Interval interval = errors.interval(RandomStreams.of(1).stream("bootstrap"));
		assertTrue(interval.low() < errors.fraction() && errors.fraction() < interval.high());
		assertTrue(interval.low() > 0.06 && interval.high() < 0.12, interval.toString());
	}

	@Test
	void isRegistered() throws Exception {
		Contribution contribution = ContributionRegistry.read().find(ContributionKind.ANALYSIS, "trials").orElseThrow();
		assertFalse(contribution.problem().isPresent());
		assertTrue(contribution.instantiate(Analysis.class) instanceof TrialsAnalysis);
	}
}

package org.nullcline.analysis.interventions.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.dynamics.SampleMean;

/** The claims about interventions on one group. */
final class InterventionFindings {

	private static final String REFERENCE = "Torre et al. 2025, causal interventions";
	private static final double NEAR_ZERO = 0.1;
	private static final double NO_CHANGE = 0.1;
	private static final double LEVEL = 0.05;
	private static final int RESAMPLES = 500;

	private final GroupSweeps measured;
	private final RandomStreams random;
	private final String symbol;

	InterventionFindings(GroupSweeps measured, RandomStreams random) {
		this.measured = measured;
		this.random = random.below("symbol " + measured.group().symbol());
		symbol = "symbol " + measured.group().symbol();
	}

	List<Finding> all() {
		List<Finding> findings = new ArrayList<>();
		findings.add(stays(Pathway.KICK));
		findings.add(stays(Pathway.NOISE));
		findings.add(overshoots());
		findings.add(controlChangesNothing());
		findings.add(pairsRise());
		findings.add(pairsOfTheControl());
		return findings;
	}

	/** I1. */
	private Finding stays(Pathway pathway) {
		Sweep sweep = measured.sweep(pathway);
		Interval interval = sweep.switched(0).interval();
		Interval unchanged = sweep.switched(sweep.unchanged()).interval();
		double chance = (Arrays.stream(measured.random()).filter(value -> value <= sweep.switched(0).value()).count() + 1.0)
				/ (measured.random().length + 1);
		boolean rare = pathway != Pathway.KICK || chance < LEVEL;
		Verdict verdict = Verdict.UNDECIDED;
		if (sweep.units().length == 0) {
			verdict = Verdict.UNDECIDED;
		} else if (interval.low() > NEAR_ZERO) {
			verdict = Verdict.NOT_REPRODUCED;
		} else if (interval.high() < NEAR_ZERO && unchanged.low() > NEAR_ZERO && rare) {
			verdict = Verdict.REPRODUCED;
		}
		String explanation = String.format(Locale.ROOT, "Unchanged, %.3g of the trajectories switch; %d units are silenced.",
				sweep.switched(sweep.unchanged()).value(), sweep.units().length);
		if (pathway == Pathway.KICK) {
			explanation += String.format(Locale.ROOT, " Of %d random groups, as few switch with probability %.3g.",
					measured.random().length, chance);
		}
		return new Finding("Without the " + pathway.words() + " the network stays in " + symbol + ".", sweep.switched(0).value(), interval,
				pathway == Pathway.KICK ? "< 0.1, unchanged above it, and rare among random groups" : "< 0.1, and unchanged above it",
				REFERENCE, verdict, explanation);
	}

	/** I2. */
	private Finding overshoots() {
		double[] differences = new double[measured.overshoot().unchanged().length];
		for (int k = 0; k < differences.length; k++) {
			differences[k] = measured.overshoot().doubled()[k] - measured.overshoot().unchanged()[k];
		}
		boolean asked = measured.sweep(Pathway.KICK).unchanged() < measured.sweep(Pathway.KICK).factors().length - 1;
		Interval interval = asked ? SampleMean.interval(differences, "trajectories") : Interval.unknown("unknown: no factor is above 1");
		return new Finding(
				"With the largest factor on the recurrent drive of the kick neurons, the network shoots farther past the cluster after "
						+ symbol + ".",
				SampleMean.of(differences).mean(), interval, "> 0", REFERENCE, verdict(interval, 0),
				String.format(Locale.ROOT,
						"Largest projection on the line between the clusters, 1 being the centre of the new one: %.3g unchanged, %.3g"
								+ " with the largest factor, over %d trajectories that switch under both.",
						SampleMean.of(measured.overshoot().unchanged()).mean(), SampleMean.of(measured.overshoot().doubled()).mean(),
						differences.length));
	}

	/** I3. */
	private Finding controlChangesNothing() {
		Sweep sweep = measured.sweep(Pathway.CONTROL);
		int count = sweep.reached()[0].length;
		RandomStream stream = random.stream("control");
		Interval interval = sweep.units().length == 0 ? Interval.unknown("unknown: no unit is left for the control")
				: percentiles(
						k -> sweep.change(IntStream.generate(() -> stream.nextInt(count)).limit(count).toArray()), count + " trajectories");
		double value = sweep.change(IntStream.range(0, count).toArray());
		Verdict verdict = interval.high() < NO_CHANGE ? Verdict.REPRODUCED
				: interval.low() > NO_CHANGE ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
		return new Finding("Scaling the noise of other units does not change how often the network leaves " + symbol + ".", value,
				interval, "< 0.1", REFERENCE, verdict,
				String.format(Locale.ROOT,
						"Mean over the factors of the change of the fraction of trajectories that switch; %d units. Without any of their"
								+ " noise %.3g switch, unchanged %.3g.",
						sweep.units().length, sweep.switched(0).value(), sweep.switched(sweep.unchanged()).value()));
	}

	/** I4, first half. */
	private Finding pairsRise() {
		Sweep kick = measured.sweep(Pathway.KICK);
		double value = Pairs.rankCorrelation(kick, null);
		RandomStream stream = random.stream("pairs");
		Interval interval = Double.isNaN(value) ? Interval.unknown("unknown: too few factors with a switch out of " + symbol)
				: percentiles(k -> Pairs.rankCorrelation(kick, stream), "switches under each factor");
		return new Finding("The number of critical pairs of eigenvalues around the end of " + symbol
				+ " rises with the recurrent drive of the kick neurons.", value, interval, "> 0", REFERENCE, verdict(interval, 0),
				String.format(Locale.ROOT, "Spearman's correlation with the factor. Pairs per switch: %s.", Pairs.words(kick)));
	}

	/** I4, second half. */
	private Finding pairsOfTheControl() {
		Sweep kick = measured.sweep(Pathway.KICK);
		Sweep control = measured.sweep(Pathway.CONTROL);
		double value = Pairs.slope(kick, null) - Math.abs(Pairs.slope(control, null));
		RandomStream stream = random.stream("control pairs");
		Interval interval = Double.isNaN(value) ? Interval.unknown("unknown: too few factors with a switch out of " + symbol)
				: percentiles(k -> Pairs.slope(kick, stream) - Math.abs(Pairs.slope(control, stream)), "switches under each factor");
		return new Finding("The number of critical pairs around the end of " + symbol + " depends less on the noise of other units.", value,
				interval, "> 0", REFERENCE, verdict(interval, 0),
				String.format(Locale.ROOT,
						"Slope by the factor, of the kick neurons less the size of that of the control. Pairs per switch under the control: %s.",
						Pairs.words(control)));
	}

	private static Verdict verdict(Interval interval, double limit) {
		return interval.low() > limit ? Verdict.REPRODUCED : interval.high() <= limit ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
	}

	private static Interval percentiles(ToDoubleFunction<Integer> resample, String unit) {
		double[] sorted = IntStream.range(0, RESAMPLES).mapToDouble(resample::applyAsDouble).filter(value -> !Double.isNaN(value)).sorted()
				.toArray();
		if (sorted.length < RESAMPLES / 2) {
			return Interval.unknown("unknown: too few " + unit);
		}
		return new Interval(sorted[(int) (0.025 * sorted.length)], sorted[(int) Math.ceil(0.975 * sorted.length) - 1],
				"95 % bootstrap over " + unit);
	}
}

package org.nullcline.analysis.oscillation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.dynamics.SampleMean;

/** The claims about one architecture and nonlinearity. */
final class OscillationFindings {

	private static final String REFERENCE = "Maheswaranathan et al. 2019, Fig. 2";
	private static final double MOST = 0.9;
	private static final double CORRELATION = 0.99;
	private static final double LOWEST_SLOPE = 0.85;
	private static final double HIGHEST_SLOPE = 1.25;

	private OscillationFindings() {
	}

	static List<Finding> of(GroupCycles group, RandomStreams random) {
		List<Finding> findings = new ArrayList<>();
		RandomStreams streams = random.below(group.name());
		findings.add(single(group, streams));
		findings.add(spiral(group, streams));
		findings.add(tracks(group, streams));
		findings.add(slope(group, streams));
		return findings;
	}

	private static Finding single(GroupCycles group, RandomStreams random) {
		double[] fractions = group.values(NetworkCycles::singleFraction);
		Interval interval = SampleMean.interval(fractions, "networks", random.stream("single"));
		int none = group.networks().stream().flatMap(n -> n.cycles().stream()).mapToInt(c -> c.inside() == 0 ? 1 : 0).sum();
		int several = group.networks().stream().flatMap(n -> n.cycles().stream()).mapToInt(c -> c.inside() > 1 ? 1 : 0).sum();
		int rest = group.networks().stream().flatMap(n -> n.cycles().stream()).mapToInt(c -> c.cycle() == 0 ? 1 : 0).sum();
		int all = group.networks().stream().mapToInt(n -> n.cycles().size()).sum();
		return new Finding("In " + group.name() + " networks each commanded oscillation goes round exactly one fixed point.",
				SampleMean.of(fractions).mean(), interval, ">= 0.9 of commands", REFERENCE + "; T6", verdict(interval, MOST, Double.MAX_VALUE),
				String.format(Locale.ROOT,
						"%d of %d cycles (%d networks) go round one fixed point, %d round none, %d round several; under %d commands a network comes to rest.",
						all - none - several, all, group.networks().size(), none, several, rest) + few(interval));
	}

	private static Finding spiral(GroupCycles group, RandomStreams random) {
		double[] fractions = group.values(NetworkCycles::spiralFraction);
		Interval interval = SampleMean.interval(fractions, "networks", random.stream("spiral"));
		double[] moduli = group.networks().stream().flatMap(n -> n.cycles().stream()).mapToDouble(CommandedCycle::leadingModulus)
				.filter(Double::isFinite).toArray();
		return new Finding(
				"In " + group.name()
						+ " networks the fixed point inside an oscillation is an unstable spiral: one complex pair outside the unit circle, everything else inside.",
				SampleMean.of(fractions).mean(), interval, ">= 0.9 of the commands with a single point", REFERENCE + "; T7",
				verdict(interval, MOST, Double.MAX_VALUE),
				String.format(Locale.ROOT, "The leading |lambda| is %.4g on average over %d points.", SampleMean.of(moduli).mean(),
						moduli.length) + few(interval));
	}

	private static Finding tracks(GroupCycles group, RandomStreams random) {
		double[] correlations = group.values(network -> network.line().correlation());
		Interval interval = SampleMean.interval(correlations, "networks", random.stream("correlation"));
		long monotone = group.networks().stream().filter(NetworkCycles::monotone).count();
		Verdict verdict = verdict(interval, CORRELATION, Double.MAX_VALUE);
		if (verdict == Verdict.REPRODUCED && monotone < MOST * group.networks().size()) {
			verdict = Verdict.NOT_REPRODUCED;
		}
		return new Finding(
				"In " + group.name()
						+ " networks the frequency of the linear dynamics at the fixed point, arg(lambda)/(2 pi), rises with the commanded frequency along a straight line.",
				SampleMean.of(correlations).mean(), interval, "correlation > 0.99 and monotone in at least 9 of 10 networks",
				REFERENCE + "e; T8", verdict,
				monotone + " of " + group.networks().size() + " networks are strictly monotone." + few(interval));
	}

	private static Finding slope(GroupCycles group, RandomStreams random) {
		double[] slopes = group.values(network -> network.line().slope());
		double[] offsets = group.values(network -> network.line().offset());
		Interval interval = SampleMean.interval(slopes, "networks", random.stream("slope"));
		SampleMean offset = SampleMean.of(offsets);
		SampleMean error = SampleMean.of(group.values(NetworkCycles::cycleError));
		return new Finding(
				"In " + group.name() + " networks the frequency of the linear dynamics is close to the commanded frequency.",
				SampleMean.of(slopes).mean(), interval, "slope from 0.85 to 1.25", REFERENCE + "e; T8",
				verdict(interval, LOWEST_SLOPE, HIGHEST_SLOPE),
				String.format(Locale.ROOT,
						"Offset %.3g +- %.2g cycles per step (mean and standard error). The output itself misses the command by %.2g %% on average: the nonlinear cycle is slower than its linear part.",
						offset.mean(), offset.standardError(), 100 * error.mean()) + few(interval));
	}

	/** Decided only where the whole interval lies on one side. */
	static Verdict verdict(Interval interval, double low, double high) {
		if (interval.low() >= low && interval.high() <= high) {
			return Verdict.REPRODUCED;
		}
		return interval.high() < low || interval.low() > high ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
	}

	private static String few(Interval interval) {
		return Double.isNaN(interval.low()) ? " Too few networks to decide." : "";
	}
}

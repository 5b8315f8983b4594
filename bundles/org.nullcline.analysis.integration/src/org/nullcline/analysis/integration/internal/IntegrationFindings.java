package org.nullcline.analysis.integration.internal;

import java.util.List;
import java.util.Locale;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.dynamics.SampleMean;

/** The claims about one architecture and nonlinearity. */
final class IntegrationFindings {

	private static final double MOST = 0.9;
	private static final double LARGEST_LEAK = 0.1;
	private static final double SINGLE_MODE = 0.95;

	private IntegrationFindings() {
	}

	/** @param step of the linear response, for the explanation */
	static List<Finding> of(GroupIntegration group, int step, RandomStreams random) {
		RandomStreams streams = random.below(group.name());
		return List.of(line(group, streams), selection(group, streams), modes(group, step, streams));
	}

	private static Finding line(GroupIntegration group, RandomStreams random) {
		double[] fractions = group.values(NetworkIntegration::lineFraction);
		Interval interval = SampleMean.interval(fractions, "networks", random.stream("line"));
		long without = group.networks().stream().flatMap(network -> network.contexts().stream())
				.filter(context -> Double.isNaN(context.line().varianceShare())).count();
		String explanation = String.format(Locale.ROOT,
				"Mean over networks: %.3g of the variance along the first component, rank correlation %.4g, leading |lambda| %.4g.",
				SampleMean.of(group.values(n -> n.mean(c -> c.line().varianceShare()))).mean(),
				SampleMean.of(group.values(n -> n.mean(c -> c.line().rankCorrelation()))).mean(),
				SampleMean.of(group.values(n -> n.mean(c -> c.line().leadingModulus()))).mean());
		if (without > 0) {
			explanation += " In " + without + " contexts fewer than five points were found that are slow enough; a larger slow-tolerance of the analysis fixed-points may find more.";
		}
		return new Finding(
				"In " + group.name()
						+ " networks the slow points of each context form a line along which the output changes: an approximate line attractor.",
				SampleMean.of(fractions).mean(), interval,
				">= 0.9 of contexts with >= 80 % of variance along the first component, monotone in the output (rank correlation >= 0.95) and a leading |lambda| within 0.05 of 1",
				"Maheswaranathan et al. 2019, Fig. 3b; T10", atLeast(interval, MOST), explanation + few(interval));
	}

	private static Finding selection(GroupIntegration group, RandomStreams random) {
		double[] leaks = group.values(NetworkIntegration::leak);
		Interval interval = SampleMean.interval(leaks, "networks", random.stream("selection"));
		double[] linear = group.values(network -> network.mean(ContextIntegrator::linearLeak));
		return new Finding(
				"In " + group.name() + " networks only the input that the context names is integrated; the others have no lasting effect.",
				SampleMean.of(leaks).mean(), interval, "|gain of ignored inputs| < 0.1 gain of the integrated one",
				"Maheswaranathan et al. 2019, Fig. 3a; T11", below(interval, LARGEST_LEAK),
				String.format(Locale.ROOT,
						"The value is from graded probes, for the worst context of each network. Gain of the integrated input: %.3g of what the task asks for; in the linear dynamics on the line the ratio of gains is %.3g.",
						SampleMean.of(group.values(n -> n.mean(c -> c.gain() / c.integral().gain()))).mean(),
						SampleMean.of(linear).mean())
						+ few(interval));
	}

	private static Finding modes(GroupIntegration group, int step, RandomStreams random) {
		double[] shares = group.values(network -> network.mean(context -> context.linear().firstModeShare()));
		Interval interval = SampleMean.interval(shares, "networks", random.stream("modes"));
		String claim = group.gated()
				? "In " + group.name() + " networks, which have gates, integration is distributed over many linear modes."
				: "In " + group.name() + " networks, which have no gates, a single linear mode integrates.";
		double second = SampleMean
				.of(group.values(n -> n.mean(c -> c.linear().magnitudes().length > 1 ? c.linear().magnitudes()[1] : Double.NaN))).mean();
		return new Finding(claim, SampleMean.of(shares).mean(), interval,
				group.gated() ? "y_1/y_N < 0.95" : "y_1/y_N >= 0.95", "Maheswaranathan et al. 2019, Fig. 3e, f; T12",
				group.gated() ? below(interval, SINGLE_MODE) : atLeast(interval, SINGLE_MODE),
				String.format(Locale.ROOT,
						"Output of the linear dynamics %d steps after a unit pulse, averaged over the points of the line. %.3g modes are needed to come within 5 %% of all of them; the second |lambda| is %.4g.",
						step, SampleMean.of(group.values(n -> n.mean(c -> c.linear().points() == 0 ? Double.NaN : c.linear().modesNeeded()))).mean(), second)
						+ few(interval));
	}

	/** Decided only where the whole interval lies on one side. */
	static Verdict atLeast(Interval interval, double threshold) {
		return interval.low() >= threshold ? Verdict.REPRODUCED
				: interval.high() < threshold ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
	}

	/** Decided only where the whole interval lies on one side. */
	static Verdict below(Interval interval, double threshold) {
		return interval.high() < threshold ? Verdict.REPRODUCED
				: interval.low() >= threshold ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
	}

	private static String few(Interval interval) {
		return Double.isNaN(interval.low()) ? " Too few networks to decide." : "";
	}
}

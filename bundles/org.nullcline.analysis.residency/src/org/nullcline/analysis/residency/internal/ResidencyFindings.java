package org.nullcline.analysis.residency.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.dynamics.BlockBootstrap;
import org.nullcline.dynamics.ResidencyRegion;

/** The claims about the regions. */
final class ResidencyFindings {

	private static final String REFERENCE = "Torre et al. 2025, residency times";
	private static final double MOSTLY = 0.8;

	private final MeasuredStates states;
	private final RandomStreams random;

	ResidencyFindings(MeasuredStates states, RandomStreams random) {
		this.states = states;
		this.random = random;
	}

	List<Finding> all() {
		List<Finding> findings = new ArrayList<>();
		findings.add(clustersAreLeastUnstable());
		findings.add(kickZonesAreMostUnstable());
		findings.add(between("Clusters have almost only contracting directions.", "contracting", ">= 0.8 of the states",
				drawn -> states.contracting(drawn, ResidencyRegion.CLUSTER), MOSTLY, 1,
				"Fraction of the cluster's states without an eigenvalue outside the unit circle."));
		findings.add(between("Kick-zones have a few unstable directions.", "kick unstable", "1 to 5 on average",
				drawn -> states.unstable(drawn, ResidencyRegion.KICK_ZONE), 1, 5, means()));
		findings.add(between("Transitions have almost only contracting directions.", "transition contracting", ">= 0.8 of the states",
				drawn -> states.contracting(drawn, ResidencyRegion.TRANSITION), MOSTLY, 1,
				"Fraction of the transitions' states without an eigenvalue outside the unit circle."));
		findings.add(between("In clusters the logit changes its direction 5 to 20 times before the symbol changes.",
				"cluster signs", "5 to 20", drawn -> states.signChanges(drawn, ResidencyRegion.CLUSTER), 5, 20, "Mean over the region's states."));
		findings.add(between("In kick-zones the logit changes its direction 2 to 4 times before the symbol changes.", "kick signs",
				"2 to 4", drawn -> states.signChanges(drawn, ResidencyRegion.KICK_ZONE), 2, 4, "Mean over the region's states."));
		findings.add(between("In transitions the logit changes its direction less than once before the symbol changes.",
				"transition signs", "< 1", drawn -> states.signChanges(drawn, ResidencyRegion.TRANSITION), 0, 1, "Mean over the region's states."));
		return findings;
	}

	private Finding clustersAreLeastUnstable() {
		return between("Clusters have fewer unstable directions than the more unstable one of kick-zones and transitions.", "least",
				"< 0", drawn -> states.unstable(drawn, ResidencyRegion.CLUSTER) - largest(states.unstable(drawn, ResidencyRegion.KICK_ZONE),
						states.unstable(drawn, ResidencyRegion.TRANSITION)),
				Double.NEGATIVE_INFINITY, -Double.MIN_VALUE, means());
	}

	private Finding kickZonesAreMostUnstable() {
		return between("Kick-zones have the most unstable directions.", "most", "> 0",
				drawn -> states.unstable(drawn, ResidencyRegion.KICK_ZONE) - largest(states.unstable(drawn, ResidencyRegion.CLUSTER),
						states.unstable(drawn, ResidencyRegion.TRANSITION)),
				Double.MIN_VALUE, Double.POSITIVE_INFINITY,
				means() + " In the figures of the paper it holds in 3 of 11 networks.");
	}

	/** The larger of those that exist. */
	private static double largest(double a, double b) {
		return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
	}

	private String means() {
		StringBuilder words = new StringBuilder("Mean number of eigenvalues outside the unit circle:");
		for (ResidencyRegion region : ResidencyRegion.values()) {
			double mean = states.unstable(states.all(), region);
			words.append(String.format(Locale.ROOT, " %s %s%s", region.words(),
					Double.isNaN(mean) ? "-" : String.format(Locale.ROOT, "%.3g", mean), region == ResidencyRegion.UNASSIGNED ? "." : ","));
		}
		return words.toString();
	}

	private Finding between(String claim, String stream, String threshold, ToDoubleFunction<int[]> statistic, double low,
			double high, String explanation) {
		double value = statistic.applyAsDouble(states.all());
		Interval interval = Double.isNaN(value) ? Interval.unknown("unknown: the network has no such states")
				: BlockBootstrap.interval(states.count(), states.blocks(), statistic, random.stream(stream));
		Verdict verdict = Verdict.UNDECIDED;
		if (interval.low() >= low && interval.high() <= high) {
			verdict = Verdict.REPRODUCED;
		} else if (interval.low() > high || interval.high() < low) {
			verdict = Verdict.NOT_REPRODUCED;
		}
		return new Finding(claim, value, interval, threshold, REFERENCE, verdict, explanation);
	}
}

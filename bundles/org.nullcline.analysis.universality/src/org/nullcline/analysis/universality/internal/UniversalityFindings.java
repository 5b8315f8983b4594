package org.nullcline.analysis.universality.internal;

import java.util.Locale;

import org.nullcline.analysis.universality.internal.NetworkBootstrap.Ends;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.similarity.ClusteringFinding;

/** What the comparison says: geometry tells kinds of networks apart, topology less so. */
final class UniversalityFindings {

	private static final String REFERENCE = "Maheswaranathan et al. 2019, Fig. 1d, 1f";
	private static final String BY_BOOTSTRAP = "95 % bootstrap over networks";
	private static final double NORMAL_95 = 1.96;
	private static final double LEVEL = 0.05;
	/** With fewer networks there are too few permutations of them. */
	private static final int FEWEST_NETWORKS = 5;

	private UniversalityFindings() {
	}

	/** silhouette(topology) < silhouette(geometry). */
	static Finding clusters(LabelComparison comparison) {
		String label = comparison.labels().name();
		String claim = "Networks that differ in " + label + " form weaker clusters in topology than in geometry.";
		double difference = comparison.topology() - comparison.geometry();
		String explanation = String.format(Locale.ROOT,
				"Silhouette by %s: %.4f in topology%s, %.4f in geometry%s.", label, comparison.topology(),
				probability(comparison.topologyTest()), comparison.geometry(), probability(comparison.geometryTest()));
		if (!comparison.hasIntervals()) {
			return new Finding(claim, difference, Interval.unknown("too few networks"), "< 0", REFERENCE, Verdict.UNDECIDED,
					explanation + " An interval needs at least " + LabelComparison.SMALLEST_GROUP + " networks of each "
							+ label + ".");
		}
		Ends ends = comparison.ofDifference();
		return new Finding(claim, difference, new Interval(ends.low(), ends.high(), BY_BOOTSTRAP + " within each " + label),
				"< 0 (silhouette in topology less that in geometry)", REFERENCE, verdict(ends), explanation);
	}

	/** The mean normalised distance in topology is smaller than in geometry. */
	static Finding distances(double geometry, double topology, Ends ends, double divisor) {
		String claim = "Networks are more alike in topology than in geometry: the mean normalised distance is smaller.";
		return new Finding(claim, topology - geometry, new Interval(ends.low(), ends.high(), BY_BOOTSTRAP),
				"< 0 (topology less geometry)", REFERENCE, verdict(ends),
				String.format(Locale.ROOT,
						"Mean distance over all pairs of networks: %.4f in topology, %.4f in geometry, both on a"
								+ " scale from 0 to 1%s. The two scales measure different things, so that this"
								+ " comparison is weaker than that of the clusters.",
						topology, geometry, divisor == 1 ? "" : " (geometry divided by its largest value)"));
	}

	/** Whether networks that are near in geometry are near in topology. */
	static Finding relation(MantelTest test, int networks) {
		String claim = "Networks that are nearer to each other in geometry are nearer to each other in topology.";
		String threshold = "> 0 with p < 0.05 (Mantel's test)";
		String reference = "no published claim; asked because geometry and topology could be two views of one"
				+ " difference";
		if (Double.isNaN(test.correlation())) {
			return new Finding(claim, Double.NaN, Interval.unknown("one of the distances is the same for all"
					+ " pairs"), threshold,
					reference, Verdict.UNDECIDED,
					"All pairs of networks are equally far from each other in one of the two, so there is nothing"
					+ " to relate.");
		}
		double margin = NORMAL_95 * test.standardError();
		Interval interval = Double.isFinite(margin)
				? new Interval(Math.max(-1, test.correlation() - margin), Math.min(1, test.correlation() + margin),
						"95 % jackknife over networks")
				: Interval.unknown("one network alone makes the difference");
		Verdict verdict = networks < FEWEST_NETWORKS ? Verdict.UNDECIDED
				: test.correlation() > 0 && test.probability() < LEVEL ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED;
		return new Finding(claim, test.correlation(), interval, threshold, reference, verdict,
				String.format(Locale.ROOT, "Rank correlation over pairs %.4f, p = %.3g by permutation of %d networks.",
						test.correlation(), test.probability(), networks)
						+ (networks < FEWEST_NETWORKS ? " So few networks have too few permutations for a"
						+ " verdict." : ""));
	}

	private static Verdict verdict(Ends ends) {
		return ends.high() < 0 ? Verdict.REPRODUCED : ends.low() > 0 ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
	}

	private static String probability(ClusteringFinding test) {
		return test.test().map(t -> String.format(Locale.ROOT, " (p = %.3g)", t.probability())).orElse("");
	}
}

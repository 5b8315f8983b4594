package org.nullcline.analysis.universality.internal;

import java.util.Locale;
import java.util.Set;

import org.nullcline.analysis.universality.internal.NetworkBootstrap.Ends;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.similarity.ClusteringFinding;
import org.nullcline.similarity.Labels;

/** What the comparison says: geometry tells kinds of networks apart, topology less so. */
final class UniversalityFindings {

	private static final String REFERENCE = "Maheswaranathan et al. 2019, Fig. 1d, 1f";
	private static final String BY_BOOTSTRAP = "95 %, Student's t with the bootstrap's standard error over networks";
	/** The labels of which the paper shows clusters. */
	private static final Set<String> PUBLISHED = Set.of(Labels.ARCHITECTURE, "nonlinearity");

	private UniversalityFindings() {
	}

	/** Whether something was published about a label; others are measured without a verdict. */
	static boolean isPublished(Labels labels) {
		return PUBLISHED.contains(labels.name());
	}

	/** silhouette(topology) < silhouette(geometry), where there are clusters in geometry. */
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
		boolean clusters = comparison.geometryTest().hasClusters();
		return new Finding(claim, difference, new Interval(ends.low(), ends.high(), BY_BOOTSTRAP + " within each " + label),
				"< 0 (silhouette in topology less that in geometry)", REFERENCE,
				clusters ? verdict(ends) : Verdict.UNDECIDED,
				clusters ? explanation
						: explanation + " In geometry there are no clusters beyond chance to be weaker than." + obstacle(comparison));
	}

	private static String obstacle(LabelComparison comparison) {
		String obstacle = comparison.geometryTest().obstacle();
		return obstacle.isEmpty() ? "" : " " + obstacle;
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

	private static Verdict verdict(Ends ends) {
		return ends.high() < 0 ? Verdict.REPRODUCED : ends.low() > 0 ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
	}

	private static String probability(ClusteringFinding test) {
		return test.test().map(t -> String.format(Locale.ROOT, " (p = %.3g)", t.probability())).orElse("");
	}
}

package org.nullcline.analysis.topology.internal.map;

import java.util.Locale;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.dynamics.WilsonInterval;
import org.nullcline.similarity.ClusteringFinding;
import org.nullcline.similarity.DistanceMatrix;
import org.nullcline.similarity.LabelPermutation;

/** Whether networks have one graph, whatever they are labelled with. */
final class MixingFindings {

	private static final String REFERENCE = "Maheswaranathan et al. 2019, Fig. 1f";
	/** Up to this silhouette there is no substantial structure (Kaufman and Rousseeuw 1990, table 2.4). */
	private static final double NO_STRUCTURE = 0.25;

	private MixingFindings() {
	}

	/** The share of pairs of networks whose graphs are isomorphic under every input. */
	static Finding sameGraph(DistanceMatrix edit) {
		String claim = "Most pairs of networks have the same graph of fixed points.";
		int n = edit.size();
		double share = share(edit);
		if (n < 3) {
			return new Finding(claim, share, Interval.unknown("too few networks"), "> 0.5", REFERENCE, Verdict.UNDECIDED,
					"There are only two networks; their graphs are " + (share == 1 ? "the same." : "different."));
		}
		// Pairs share networks: the share of pairs varies up to twice as much as that of as many independent trials as there are
		// networks (a U-statistic; Hoeffding 1948).
		WilsonInterval interval = WilsonInterval.of(share * n / 2, n / 2.0);
		return new Finding(claim, share,
				new Interval(interval.low(), interval.high(), "95 % Wilson, with half of " + n + " networks as the effective number"),
				"> 0.5", REFERENCE,
				interval.low() > 0.5 ? Verdict.REPRODUCED : interval.high() < 0.5 ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED,
				String.format(Locale.ROOT,
						"%.1f %% of the pairs of %d networks have isomorphic graphs under every input; the mean edit distance is %.4f.",
						100 * share, n, edit.mean()));
	}

	/**
	 * Networks of different labels are as near to each other as those of one label. Held to the same test as clusters in
	 * geometry: what counts as a cluster there, however weak, is one here too.
	 */
	static Finding mixing(ClusteringFinding clustering) {
		String name = clustering.labels().name();
		String claim = "In topology, networks that differ in " + name + " do not form separate clusters.";
		String threshold = "<= 0.25 (no substantial structure: Kaufman and Rousseeuw 1990) and not beyond chance, p > 0.05";
		if (clustering.test().isEmpty()) {
			return new Finding(claim, clustering.silhouette(), Interval.unknown("no test possible"), threshold, REFERENCE,
					Verdict.UNDECIDED, clustering.obstacle());
		}
		LabelPermutation test = clustering.test().get();
		return new Finding(claim, test.observed(), new Interval(test.low(), test.high(), "95 % jackknife over"
				+ " networks"),
				threshold, REFERENCE,
				clustering.hasClusters() ? Verdict.NOT_REPRODUCED
						: !test.isBeyondChance() && test.high() <= NO_STRUCTURE ? Verdict.REPRODUCED : Verdict.UNDECIDED,
				String.format(Locale.ROOT,
						"The mean silhouette of the topological distances by %s is %.4f; of %d random labelings,"
						+ " which keep all other labels, %d reach it (p = %.3g).",
						name, test.observed(), test.permutations(), test.asLarge(), test.probability()));
	}

	private static double share(DistanceMatrix edit) {
		int same = 0;
		int pairs = 0;
		for (int i = 0; i < edit.size(); i++) {
			for (int j = 0; j < i; j++) {
				same += edit.values()[i][j] == 0 ? 1 : 0;
				pairs++;
			}
		}
		return (double) same / pairs;
	}
}

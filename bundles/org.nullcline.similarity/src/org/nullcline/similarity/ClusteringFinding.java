package org.nullcline.similarity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.random.RandomStream;

/**
 * Whether networks that share a label are nearer to each other than to other networks.
 *
 * @param labels     what they are sorted by
 * @param silhouette of the labels, NaN where it cannot be told
 * @param test       the permutation test, or nothing where none is possible
 * @param obstacle   why no test is possible, in a sentence; empty if there is one
 */
public record ClusteringFinding(Labels labels, double silhouette, Optional<LabelPermutation> test, String obstacle) {

	private static final String THRESHOLD = "> 0 with p <= 0.05 by permutation of the labels";

	/**
	 * Tests a label on distances.
	 *
	 * @param all what the networks differ in: the label is exchanged only among networks that agree in everything else
	 */
	public static ClusteringFinding of(DistanceMatrix distances, Labels labels, List<Labels> all, int permutations,
			RandomStream random, IProgressMonitor monitor) {
		List<String> names = labels.names();
		int[] sizes = labels.sizes();
		if (names.size() < 2) {
			return without(labels, Double.NaN, "All networks are alike in " + labels.name() + ": " + names.get(0) + ".");
		}
		List<String> single = names.stream().filter(name -> sizes[names.indexOf(name)] < 2).toList();
		if (!single.isEmpty()) {
			return without(labels, Double.NaN, "There is only one network of " + labels.name() + " "
					+ String.join(", ", single) + "; whether they cluster shows from two networks upwards.");
		}
		int[] strata = labels.strata(all);
		double possible = labels.distinctLabelings(strata);
		if (possible < 1 / (1 - LabelPermutation.LEVEL) - 1e-9) {
			double value = new Silhouette(distances.values()).of(labels.groups());
			return without(labels, value, String.format(Locale.ROOT,
					"The silhouette is %.3f, but %s networks can be labelled in only %.0f different ways%s, so that even perfect clusters would not be beyond chance at the level of 95 %%.",
					value, Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(" + ")), possible,
					Arrays.stream(strata).max().orElse(0) > 0 ? " without changing another label" : ""));
		}
		LabelPermutation test = LabelPermutation.test(distances.values(), labels.groups(), strata, permutations, random,
				monitor);
		return new ClusteringFinding(labels, test.observed(), Optional.of(test), "");
	}

	/**
	 * Whether networks of one label are nearer to each other than to those of another one, and more so than by chance. In
	 * crossed designs a label can be beyond chance and yet describe no clusters: its silhouette is negative.
	 */
	public boolean hasClusters() {
		return silhouette > 0 && test.isPresent() && test.get().isBeyondChance();
	}

	/**
	 * As a finding.
	 *
	 * @param claim     the full sentence, for example "Networks cluster by architecture."
	 * @param reference where it comes from
	 */
	public Finding finding(String claim, String reference) {
		if (test.isEmpty()) {
			return new Finding(claim, silhouette, Interval.unknown("no test possible"), THRESHOLD, reference,
					Verdict.UNDECIDED, obstacle);
		}
		LabelPermutation t = test.get();
		return new Finding(claim, silhouette, new Interval(t.low(), t.high(), "95 % jackknife over networks"),
				THRESHOLD, reference, hasClusters() ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED,
				String.format(Locale.ROOT,
						"The mean silhouette by %s is %.4f; of %d random labelings, which keep all other labels, %d reach it (p = %.3g); 95 %% stay below %.4f.%s",
						labels.name(), silhouette, t.permutations(), t.asLarge(), t.probability(), t.threshold(),
						t.isBeyondChance() && silhouette <= 0
								? " Networks of one label are nearer to each other than chance would have it, but not nearer than to those of another one."
								: ""));
	}

	private static ClusteringFinding without(Labels labels, double silhouette, String obstacle) {
		return new ClusteringFinding(labels, silhouette, Optional.empty(), obstacle);
	}
}

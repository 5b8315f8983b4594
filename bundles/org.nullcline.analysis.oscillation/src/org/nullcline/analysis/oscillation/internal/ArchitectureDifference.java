package org.nullcline.analysis.oscillation.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.random.RandomStream;

/** Whether architectures differ in how far their linear frequency is from the command. */
final class ArchitectureDifference {

	private static final double LEVEL = 0.05;
	private static final int FEWEST = 3;
	private static final int RESAMPLES = 2000;

	private ArchitectureDifference() {
	}

	/** A permutation test of the share of variance between architectures, eta squared, of the slopes of all networks. */
	static Finding of(List<NetworkCycles> networks, int permutations, RandomStream random) {
		List<NetworkCycles> usable = networks.stream().filter(network -> Double.isFinite(network.line().slope())).toList();
		List<String> names = usable.stream().map(network -> network.subject().architecture()).distinct().sorted().toList();
		int[] labels = usable.stream().mapToInt(network -> names.indexOf(network.subject().architecture())).toArray();
		double[] slopes = usable.stream().mapToDouble(network -> network.line().slope()).toArray();
		String claim = "The frequency of the linear dynamics deviates from the command systematically, differently in different architectures.";
		String threshold = "p < 0.05 by permutation of the architectures' names";
		String reference = "Maheswaranathan et al. 2019, Fig. 2e; T9";
		boolean enough = names.size() >= 2
				&& Arrays.stream(labels).boxed().collect(Collectors.groupingBy(k -> k, Collectors.counting())).values().stream()
						.allMatch(count -> count >= FEWEST);
		if (!enough) {
			return new Finding(claim, names.size() < 2 ? Double.NaN : between(slopes, labels, names.size()),
					Interval.unknown("unknown: too few networks"), threshold, reference, Verdict.UNDECIDED,
					"A comparison needs two architectures with three networks each.");
		}
		double measured = between(slopes, labels, names.size());
		int[] shuffled = labels.clone();
		int atLeast = 1;
		for (int p = 0; p < permutations; p++) {
			for (int i = shuffled.length - 1; i > 0; i--) {
				int j = random.nextInt(i + 1);
				int kept = shuffled[i];
				shuffled[i] = shuffled[j];
				shuffled[j] = kept;
			}
			atLeast += between(slopes, shuffled, names.size()) >= measured - 1e-12 ? 1 : 0;
		}
		double p = (double) atLeast / (permutations + 1);
		return new Finding(claim, measured,
				interval(slopes, labels, names.size(), random), threshold, reference, p < LEVEL ? Verdict.REPRODUCED : Verdict.UNDECIDED,
				String.format(Locale.ROOT, "%.0f %% of the variance of the slopes lies between the %d architectures, p = %.3g.%s",
						100 * measured, names.size(), p, p < LEVEL ? "" : " A difference is neither shown nor ruled out."));
	}

	/** At 95 %, by drawing networks with replacement within each architecture. */
	private static Interval interval(double[] values, int[] labels, int groups, RandomStream random) {
		int[][] members = new int[groups][];
		for (int g = 0; g < groups; g++) {
			int group = g;
			members[g] = IntStream.range(0, labels.length).filter(i -> labels[i] == group).toArray();
		}
		double[] measures = new double[RESAMPLES];
		double[] drawn = new double[values.length];
		for (int k = 0; k < RESAMPLES; k++) {
			for (int i = 0; i < drawn.length; i++) {
				int[] own = members[labels[i]];
				drawn[i] = values[own[random.nextInt(own.length)]];
			}
			measures[k] = between(drawn, labels, groups);
		}
		Arrays.sort(measures);
		return new Interval(measures[(int) (0.025 * RESAMPLES)], measures[(int) (0.975 * RESAMPLES) - 1],
				"95 % bootstrap over networks within architectures");
	}

	/** eta squared: the sum of squares between groups divided by the total one. */
	static double between(double[] values, int[] labels, int groups) {
		double mean = Arrays.stream(values).average().orElse(Double.NaN);
		double[] sums = new double[groups];
		int[] counts = new int[groups];
		double total = 0;
		for (int i = 0; i < values.length; i++) {
			sums[labels[i]] += values[i] - mean;
			counts[labels[i]]++;
			total += (values[i] - mean) * (values[i] - mean);
		}
		double between = 0;
		for (int g = 0; g < groups; g++) {
			between += counts[g] == 0 ? 0 : sums[g] * sums[g] / counts[g];
		}
		return total > 0 ? between / total : 0;
	}
}

package org.nullcline.analysis.oscillation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.random.RandomStream;
import org.nullcline.dynamics.LeftOut;
import org.nullcline.dynamics.SampleMean;

/**
 * Whether architectures differ in how far their linear frequency is from the command. The deviation of a network is that of its
 * straight line at the slowest and at the fastest command, relative to the command: slope and offset in one unit.
 */
final class ArchitectureDifference {

	private static final double LEVEL = 0.05;
	private static final int FEWEST = 3;
	/** Architectures whose intervals all lie within this, relative to the command, do not differ by anything worth a name. */
	private static final double SAME = 0.02;
	private static final String CLAIM = "The frequency of the linear dynamics deviates from the command systematically, differently in different architectures.";
	private static final String REFERENCE = "Maheswaranathan et al. 2019, Fig. 2e";

	private final List<NetworkCycles> networks;
	private final List<String> architectures;
	private final int[] labels;
	private final int[] strata;

	ArchitectureDifference(List<NetworkCycles> all) {
		networks = all.stream().filter(network -> Double.isFinite(network.line().slope())).toList();
		architectures = networks.stream().map(network -> network.subject().architecture()).distinct().sorted().toList();
		labels = networks.stream().mapToInt(network -> architectures.indexOf(network.subject().architecture())).toArray();
		List<String> nonlinearities = networks.stream().map(ArchitectureDifference::nonlinearity).distinct().toList();
		strata = networks.stream().mapToInt(network -> nonlinearities.indexOf(nonlinearity(network))).toArray();
	}

	/**
	 * A permutation test of the share of variance between architectures (Anderson 2001). What nonlinearities differ in is taken out
	 * first, and architectures are exchanged among networks of one nonlinearity only.
	 */
	Finding finding(int permutations, RandomStream random, LeftOut left) {
		String threshold = "p < 0.05 by permutation of architectures within nonlinearities; not reproduced if all architectures agree within 2 % of the command";
		if (architectures.size() < 2 || smallest() < FEWEST) {
			return new Finding(CLAIM, Double.NaN, Interval.unknown("unknown: too few networks"), threshold, REFERENCE,
					Verdict.UNDECIDED, "A comparison needs two architectures with three networks each." + left.sentence());
		}
		double[][] deviations = centred();
		double measured = between(deviations, labels, architectures.size());
		int[] shuffled = labels.clone();
		int atLeast = 1;
		for (int p = 0; p < permutations; p++) {
			shuffle(shuffled, random);
			atLeast += between(deviations, shuffled, architectures.size()) >= measured - 1e-12 ? 1 : 0;
		}
		double p = (double) atLeast / (permutations + 1);
		double omega = omegaSquared(measured);
		double spread = spread();
		Verdict verdict = p < LEVEL ? Verdict.REPRODUCED : spread <= SAME ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
		return new Finding(CLAIM, omega, Interval.unknown("none; tested by permutation"), threshold, REFERENCE, verdict,
				String.format(Locale.ROOT,
						"The value is omega squared, the share of the variance between networks that lies between the %d architectures, less what chance gives; p = %.3g with %d networks. The 95 %% intervals of all architectures lie within %.2g %% of the command.%s",
						architectures.size(), p, networks.size(), 100 * spread,
						verdict == Verdict.UNDECIDED ? " A difference is neither shown nor ruled out." : "")
						+ left.sentence());
	}

	/** The deviation of each architecture with its interval. */
	Table table() {
		List<List<String>> rows = new ArrayList<>();
		for (int a = 0; a < architectures.size(); a++) {
			List<String> row = new ArrayList<>(List.of(architectures.get(a), Integer.toString(deviations(a, 0).length)));
			for (int end = 0; end < 2; end++) {
				double[] percent = Arrays.stream(deviations(a, end)).map(v -> 100 * v).toArray();
				row.add(String.format(Locale.ROOT, "%.4g", SampleMean.of(percent).mean())
						+ OscillationFindings.words(SampleMean.interval(percent, "networks")));
			}
			rows.add(row);
		}
		return new Table("Deviation of the linear frequency by architecture",
				List.of("Architecture", "Networks", "At the slowest command (%)", "At the fastest command (%)"), rows);
	}

	/** From the lowest to the highest end of the intervals of all architectures, at the command where this is larger. */
	private double spread() {
		double spread = 0;
		for (int end = 0; end < 2; end++) {
			double low = Double.POSITIVE_INFINITY;
			double high = Double.NEGATIVE_INFINITY;
			for (int a = 0; a < architectures.size(); a++) {
				Interval interval = SampleMean.interval(deviations(a, end), "networks");
				low = Math.min(low, interval.low());
				high = Math.max(high, interval.high());
			}
			spread = Math.max(spread, high - low);
		}
		return spread;
	}

	private double[] deviations(int architecture, int end) {
		return IntStream.range(0, labels.length).filter(i -> labels[i] == architecture)
				.mapToDouble(i -> deviation(networks.get(i))[end]).toArray();
	}

	/** (line - command)/command at the slowest and the fastest command. */
	private static double[] deviation(NetworkCycles network) {
		double slowest = network.cycles().getFirst().commanded();
		double fastest = network.cycles().getLast().commanded();
		double slope = network.line().slope();
		double offset = network.line().offset();
		return new double[] { slope - 1 + offset / slowest, slope - 1 + offset / fastest };
	}

	/** The deviations less their mean over the networks of the same nonlinearity, [network][end]. */
	private double[][] centred() {
		double[][] values = networks.stream().map(ArchitectureDifference::deviation).toArray(double[][]::new);
		double[][] centred = new double[values.length][2];
		for (int i = 0; i < values.length; i++) {
			int stratum = strata[i];
			for (int end = 0; end < 2; end++) {
				int column = end;
				centred[i][end] = values[i][end] - IntStream.range(0, values.length).filter(j -> strata[j] == stratum)
						.mapToDouble(j -> values[j][column]).average().orElseThrow();
			}
		}
		return centred;
	}

	/** (SSB - (g - 1) MSW)/(SST + MSW), of the share SSB/SST; 0 where that is negative (Hays 1963). */
	private double omegaSquared(double share) {
		int g = architectures.size();
		double within = (1 - share) / (networks.size() - g - Arrays.stream(strata).max().orElse(0));
		return Math.max(0, (share - (g - 1) * within) / (1 + within));
	}

	private int smallest() {
		return IntStream.range(0, architectures.size())
				.map(a -> (int) Arrays.stream(labels).filter(label -> label == a).count()).min().orElse(0);
	}

	/** Exchanges labels within strata (Fisher and Yates). */
	private void shuffle(int[] shuffled, RandomStream random) {
		for (int stratum = 0; stratum <= Arrays.stream(strata).max().orElse(0); stratum++) {
			int wanted = stratum;
			int[] members = IntStream.range(0, strata.length).filter(i -> strata[i] == wanted).toArray();
			for (int i = members.length - 1; i > 0; i--) {
				int j = random.nextInt(i + 1);
				int kept = shuffled[members[i]];
				shuffled[members[i]] = shuffled[members[j]];
				shuffled[members[j]] = kept;
			}
		}
	}

	private static String nonlinearity(NetworkCycles network) {
		return network.subject().properties().getOrDefault("nonlinearity", "");
	}

	/** The sum of squares between groups divided by the total one, of vectors. */
	static double between(double[][] values, int[] labels, int groups) {
		double between = 0;
		double total = 0;
		for (int column = 0; column < values[0].length; column++) {
			int k = column;
			double mean = Arrays.stream(values).mapToDouble(value -> value[k]).average().orElse(Double.NaN);
			double[] sums = new double[groups];
			int[] counts = new int[groups];
			for (int i = 0; i < values.length; i++) {
				double deviation = values[i][column] - mean;
				sums[labels[i]] += deviation;
				counts[labels[i]]++;
				total += deviation * deviation;
			}
			for (int g = 0; g < groups; g++) {
				between += counts[g] == 0 ? 0 : sums[g] * sums[g] / counts[g];
			}
		}
		return total > 0 ? between / total : 0;
	}
}

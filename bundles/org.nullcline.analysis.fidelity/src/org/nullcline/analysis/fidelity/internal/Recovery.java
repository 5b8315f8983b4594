package org.nullcline.analysis.fidelity.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.hmm.BaumWelch;
import org.nullcline.hmm.BaumWelchRun;
import org.nullcline.hmm.HiddenMarkovModel;
import org.nullcline.hmm.StateMatching;

/**
 * The model that Baum and Welch's algorithm finds in the network's sequences, beside the one that it finds in as many
 * sequences of the model itself: some models cannot be told from others, and then the second one is off as well. One of the
 * first guesses is the model, so that a bad local maximum is not taken for a bad emulation.
 *
 * @param known    the model
 * @param network  found in the network's sequences, with its states in the order of those of the model
 * @param own      found in the model's own
 * @param networks found in resampled sequences of the network
 * @param owns     found in resampled sequences of the model
 */
record Recovery(HiddenMarkovModel known, HiddenMarkovModel network, HiddenMarkovModel own, HiddenMarkovModel[] networks,
		HiddenMarkovModel[] owns) {

	/** More states have too many numberings to try. */
	private static final int MOST_STATES = 8;
	private static final double FIRST_TOLERANCE = 1e-6;
	private static final int REFINEMENTS = 60;
	private static final double Z = 1.959963984540054;

	/** Finds the models; nothing for a model of many states, or if no symbols are to be fitted. */
	static Optional<Recovery> of(ComparedSymbols compared, Parameters parameters, RandomStreams random, IProgressMonitor monitor) {
		int count = Math.min(parameters.getInteger("recovery-sequences"), compared.first().length);
		if (count == 0 || compared.model().states() > MOST_STATES) {
			return Optional.empty();
		}
		SubMonitor progress = SubMonitor.convert(monitor, 2);
		int resamples = parameters.getInteger("recovery-resamples");
		BaumWelch search = new BaumWelch(parameters.getInteger("recovery-starts"), parameters.getInteger("recovery-iterations"),
				FIRST_TOLERANCE);
		HiddenMarkovModel[] network = fits(compared.model(), Arrays.copyOf(compared.network(), count), search, resamples,
				random.below("network"), progress.split(1));
		HiddenMarkovModel[] own = fits(compared.model(), Arrays.copyOf(compared.first(), count), search, resamples,
				random.below("model"), progress.split(1));
		return Optional.of(new Recovery(compared.model(), network[0], own[0], Arrays.copyOfRange(network, 1, network.length),
				Arrays.copyOfRange(own, 1, own.length)));
	}

	/** The fit to all sequences, then those to resampled ones. */
	private static HiddenMarkovModel[] fits(HiddenMarkovModel known, int[][] sequences, BaumWelch search, int resamples,
			RandomStreams random, IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, 4 + resamples);
		BaumWelchRun best = search.fit(sequences, known.states(), known.symbols(), random, progress.split(3)).best();
		BaumWelchRun fromKnown = refined(known, sequences, search, progress.split(1));
		if (fromKnown != null && fromKnown.logLikelihood() >= best.logLikelihood()) {
			best = fromKnown;
		}
		HiddenMarkovModel[] fits = new HiddenMarkovModel[resamples + 1];
		fits[0] = StateMatching.match(known, best.model());
		BaumWelch refinement = new BaumWelch(1, REFINEMENTS, FIRST_TOLERANCE);
		for (int k = 0; k < resamples; k++) {
			RandomStream stream = random.stream("resample", k);
			int[][] drawn = IntStream.range(0, sequences.length).mapToObj(n -> sequences[stream.nextInt(sequences.length)])
					.toArray(int[][]::new);
			BaumWelchRun run = refined(fits[0], drawn, refinement, progress.split(1));
			fits[k + 1] = run == null ? fits[0] : StateMatching.match(known, run.model());
		}
		return fits;
	}

	/** Null if the first guess cannot emit the sequences. */
	private static BaumWelchRun refined(HiddenMarkovModel first, int[][] sequences, BaumWelch search, IProgressMonitor monitor) {
		try {
			return search.refine(first, sequences, monitor);
		} catch (IllegalArgumentException e) {
			return null;
		}
	}

	Finding finding(double limit) {
		double value = error(network) - error(own);
		double[] differences = IntStream.range(0, networks.length).mapToDouble(k -> error(networks[k]) - error(owns[k])).toArray();
		double mean = Arrays.stream(differences).average().orElse(Double.NaN);
		double deviation = Math.sqrt(
				Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum() / Math.max(1, differences.length - 1));
		Interval interval = differences.length < 3 ? Interval.unknown("unknown: too few resamples")
				: new Interval(value - Z * deviation, value + Z * deviation,
						"95 % normal, deviation by bootstrap of " + differences.length + " resamples");
		// A network that is recovered better than the model itself has passed as well.
		Verdict verdict = interval.high() < limit ? Verdict.REPRODUCED
				: interval.low() > limit ? Verdict.NOT_REPRODUCED
						: Verdict.UNDECIDED;
		return new Finding("The model can be recovered from the network's sequences.", value, interval,
				String.format(Locale.ROOT, "< %s", limit), Panel.OWN, verdict,
				String.format(Locale.ROOT,
						"Largest error of a recovered transition or emission probability, less that for the model's own sequences: %.3g"
								+ " less %.3g. Worst: %s.",
						error(network), error(own), worst()));
	}

	/** Largest difference of a probability. */
	private double error(HiddenMarkovModel fitted) {
		return Math.max(largest(known.transition(), fitted.transition()), largest(known.emission(), fitted.emission()));
	}

	private static double largest(double[][] a, double[][] b) {
		return IntStream.range(0, a.length)
				.mapToDouble(i -> IntStream.range(0, a[i].length).mapToDouble(j -> Math.abs(a[i][j] - b[i][j])).max().orElse(0)).max()
				.orElse(0);
	}

	private String worst() {
		return IntStream.range(0, known.states()).boxed()
				.flatMap(i -> Stream.concat(
						IntStream.range(0, known.states())
								.mapToObj(j -> entry("A", i, j, known.transition()[i][j], network.transition()[i][j])),
						IntStream.range(0, known.symbols())
								.mapToObj(k -> entry("B", i, k, known.emission()[i][k], network.emission()[i][k]))))
				.max(Comparator.comparingDouble(Entry::difference)).map(Entry::words).orElse("none");
	}

	private record Entry(double difference, String words) {
	}

	private static Entry entry(String matrix, int i, int j, double known, double found) {
		return new Entry(Math.abs(known - found),
				String.format(Locale.ROOT, "%s[%d][%d] is %.3g instead of %.3g", matrix, i + 1, j, found, known));
	}

	/** 1.96 deviations of each transition probability over the resamples, [state, next state]. */
	double[][] transitionMargins() {
		return margins(Arrays.stream(networks).map(HiddenMarkovModel::transition).toArray(double[][][]::new));
	}

	/** The same of each emission probability, [state, symbol]. */
	double[][] emissionMargins() {
		return margins(Arrays.stream(networks).map(HiddenMarkovModel::emission).toArray(double[][][]::new));
	}

	private static double[][] margins(double[][][] matrices) {
		if (matrices.length < 2) {
			return new double[0][];
		}
		double[][] margins = new double[matrices[0].length][matrices[0][0].length];
		for (int i = 0; i < margins.length; i++) {
			for (int j = 0; j < margins[i].length; j++) {
				int row = i;
				int column = j;
				double mean = Arrays.stream(matrices).mapToDouble(m -> m[row][column]).average().orElseThrow();
				margins[i][j] = Z * Math.sqrt(
						Arrays.stream(matrices).mapToDouble(m -> (m[row][column] - mean) * (m[row][column] - mean)).sum()
								/ (matrices.length - 1));
			}
		}
		return margins;
	}
}

package org.nullcline.analysis.resonance.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.UnitDrives;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.dynamics.EmittedSymbols;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Dwells under noise of several levels.
 *
 * @param levels   factors of the noise, ascending
 * @param sampled  dwells of the sampled symbols, by level
 * @param probable dwells of the most probable symbols, by level
 */
record NoiseSweep(double[] levels, List<Dwells> sampled, List<Dwells> probable) {

	/** All of the noise is scaled. Without biases, this changes the confidence alone. */
	static NoiseSweep whole(Network network, double[] levels, Runs runs, RandomStreams random, IProgressMonitor monitor)
			throws AnalysisException {
		SubMonitor progress = SubMonitor.convert(monitor, levels.length);
		List<EmittedSymbols> emitted = new ArrayList<>();
		for (double level : levels) {
			emitted.add(runs.of(network, level, random, progress.split(1)));
		}
		return of(levels, emitted, network.outputs());
	}

	/**
	 * The noise of some channels is scaled, that of the others stays as it is.
	 *
	 * @param part of the channels, which are drawn
	 * @return nothing for a cell that does not tell how its inputs drive it
	 */
	static Optional<NoiseSweep> partial(Network network, double[] levels, double part, Runs runs, RandomStreams random,
			IProgressMonitor monitor) throws AnalysisException {
		Optional<UnitDrives> drives = network.cell().unitDrives();
		int channels = network.cell().inputs();
		int scaled = (int) Math.round(part * channels);
		if (drives.isEmpty() || scaled == 0 || scaled == channels) {
			return Optional.empty();
		}
		boolean[] chosen = new boolean[channels];
		RandomStream stream = random.stream("channels");
		for (int k = 0; k < scaled;) {
			int channel = stream.nextInt(channels);
			k += chosen[channel] ? 0 : 1;
			chosen[channel] = true;
		}
		SubMonitor progress = SubMonitor.convert(monitor, levels.length);
		List<EmittedSymbols> emitted = new ArrayList<>();
		for (double level : levels) {
			Network changed = Network.of(network.cell(), network.outputs(), network.weights().arrays());
			double[][] external = NativeArrays.rows(network.weights().get(drives.get().external()));
			for (double[] row : external) {
				for (int c = 0; c < channels; c++) {
					row[c] *= chosen[c] ? level : 1;
				}
			}
			changed.weights().get(drives.get().external()).assign(NativeArrays.of(external));
			emitted.add(runs.of(changed, 1, random, progress.split(1)));
			changed.weights().close();
		}
		return Optional.of(of(levels, emitted, network.outputs()));
	}

	private static NoiseSweep of(double[] levels, List<EmittedSymbols> emitted, int symbols) {
		return new NoiseSweep(levels, emitted.stream().map(e -> new Dwells(e.sampled(), symbols)).toList(),
				emitted.stream().map(e -> new Dwells(e.probable(), symbols)).toList());
	}

	/**
	 * Whether regularity has a maximum inside the range: of half of the runs the most regular level is taken, of the other half
	 * it is compared with both ends.
	 */
	static Finding maximum(String claim, double[] levels, List<Dwells> dwells, int runs, RandomStreams random, String reference) {
		int half = runs / 2;
		int best = mostRegular(dwells, 0, levels.length, half);
		String threshold = "inside the range, and more regular than at both ends";
		if (best < 0) {
			return new Finding(claim, Double.NaN, Interval.unknown("unknown: the symbol hardly ever changes"), threshold, reference,
					Verdict.UNDECIDED, "At no level does the symbol change often enough.");
		}
		Dwells chosen = dwells.get(best).part(half, runs);
		Interval low = dwells.getFirst().part(half, runs).excess(chosen, random.stream("low end"));
		Interval high = dwells.getLast().part(half, runs).excess(chosen, random.stream("high end"));
		Verdict verdict;
		if (best > 0 && best < levels.length - 1) {
			verdict = low.low() > 0 && high.low() > 0 ? Verdict.REPRODUCED
					: low.high() < 0 || high.high() < 0 ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
		} else {
			// An end may be the best by chance: it refutes the claim only where it is better than the best level inside.
			int inside = mostRegular(dwells, 1, levels.length - 1, half);
			verdict = inside >= 0 && dwells.get(inside).part(half, runs).excess(chosen, random.stream("inside")).low() > 0
					? Verdict.NOT_REPRODUCED
					: Verdict.UNDECIDED;
		}
		return new Finding(claim, levels[best], new Interval(levels[0], levels[levels.length - 1], "the range of the levels"), threshold,
				reference, verdict,
				String.format(Locale.ROOT,
						"Most regular at %s (irregularity %.3g; by runs that were not used to find it, %.3g); at the ends %.3g and %.3g, which"
								+ " is %.3g to %.3g and %.3g to %.3g more.",
						levels[best], dwells.get(best).irregularity(), chosen.irregularity(), dwells.getFirst().irregularity(),
						dwells.getLast().irregularity(), low.low(), low.high(), high.low(), high.high()));
	}

	/** The level with the smallest irregularity by the first runs; -1 if no level has any. */
	private static int mostRegular(List<Dwells> dwells, int from, int to, int runs) {
		int best = -1;
		double smallest = Double.POSITIVE_INFINITY;
		for (int n = from; n < to; n++) {
			double value = dwells.get(n).part(0, runs).irregularity();
			if (value < smallest) {
				smallest = value;
				best = n;
			}
		}
		return best;
	}

	/**
	 * The largest relative difference of the mean dwell of the most probable symbol between two levels; NaN where the symbol
	 * hardly ever changes at some level.
	 */
	double periodSpread() {
		if (probable.stream().anyMatch(dwells -> dwells.count() < 2)) {
			return Double.NaN;
		}
		double[] means = probable.stream().mapToDouble(d -> d.law().mean()).toArray();
		double low = Arrays.stream(means).min().orElseThrow();
		return Arrays.stream(means).max().orElseThrow() / low - 1;
	}

	/** How runs are made: the same number and length for all levels, with the same noise. */
	record Runs(int count, int steps, int warmUp, double deviation) {

		EmittedSymbols of(Network network, double factor, RandomStreams random, IProgressMonitor monitor) throws AnalysisException {
			EmittedSymbols emitted = EmittedSymbols.draw(network, count, warmUp + steps, deviation * factor,
					EmittedSymbols.First.AFTER_A_STEP, random, monitor);
			return new EmittedSymbols(cut(emitted.sampled()), cut(emitted.probable()));
		}

		private int[][] cut(int[][] runs) {
			return Arrays.stream(runs).map(run -> Arrays.copyOfRange(run, warmUp, run.length)).toArray(int[][]::new);
		}
	}
}

package org.nullcline.analysis.resonance.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.ParameterValueException;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.UnitDrives;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.task.Task;
import org.nullcline.dynamics.EmittedSymbols;
import org.nullcline.hmm.GeometricDwell;
import org.nullcline.hmm.HiddenMarkovStatistics;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.hmm.RunLengthLaw;
import org.nullcline.linearalgebra.NativeArrays;

/** How regularly a noise-driven network dwells in its symbols, and how that depends on the noise. */
public final class ResonanceAnalysis implements Analysis {

	private static final String REFERENCE = "Torre et al. 2025, self-induced stochastic resonance; the test is Nullcline's";

	@Override
	public boolean suits(Task task) {
		return task instanceof HiddenMarkovTask;
	}

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		Network network = request.subject().network();
		Parameters parameters = request.parameters();
		double[] levels = levels(parameters.getText("levels"));
		int count = parameters.getInteger("runs");
		NoiseSweep.Runs runs = new NoiseSweep.Runs(count, parameters.getInteger("steps"), parameters.getInteger("warm-up"),
				parameters.getReal("deviation"));
		SubMonitor progress = SubMonitor.convert(monitor, "Stochastic resonance", 100);
		RandomStreams random = request.random().below("runs");
		EmittedSymbols nominal = runs.of(network, 1, random, progress.split(20));
		NoiseSweep whole = NoiseSweep.whole(network, levels, runs, random, progress.split(40));
		Optional<NoiseSweep> partial = NoiseSweep.partial(network, levels, parameters.getReal("part"), runs, random, progress.split(40));
		return result(request, nominal, whole, partial, count);
	}

	private static double[] levels(String text) throws AnalysisException {
		try {
			double[] levels = Arrays.stream(text.strip().split("[\\s,]+")).mapToDouble(Double::parseDouble).sorted().distinct().toArray();
			if (levels.length >= 3 && levels[0] > 0 && Double.isFinite(levels[levels.length - 1])) {
				return levels;
			}
		} catch (NumberFormatException e) {
			// Told below.
		}
		throw new ParameterValueException("levels '" + text + "': expected at least three positive factors, such as 0.25, 1, 4");
	}

	private static AnalysisResult result(AnalysisRequest request, EmittedSymbols nominal, NoiseSweep whole,
			Optional<NoiseSweep> partial, int runs) {
		Network network = request.subject().network();
		RandomStreams random = request.random().below("bootstrap");
		Dwells probable = new Dwells(nominal.probable(), network.outputs());
		Dwells sampled = new Dwells(nominal.sampled(), network.outputs());
		PowerSpectrum spectrum = new PowerSpectrum(nominal.probable(), mostFrequent(nominal.probable(), network.outputs()),
				Math.min(request.parameters().getInteger("segment"), nominal.probable()[0].length));
		AnalysisResult.Builder result = AnalysisResult.builder();
		result.finding(regular("The most probable symbol lasts more regularly than that of a memoryless process.", probable,
				random.below("probable")));
		result.finding(regular("Sampled symbols last more regularly than those of a memoryless process.", sampled, random.below("sampled")));
		result.finding(peak(spectrum, runs, random));
		result.finding(independent(network, whole));
		result.finding(NoiseSweep.maximum("Dwells of sampled symbols are most regular at an intermediate level of the noise.", whole.levels(),
				whole.sampled(), runs, random.below("whole"), REFERENCE));
		partial.ifPresentOrElse(
				sweep -> result.finding(NoiseSweep.maximum(
						"Dwells of the most probable symbol are most regular at an intermediate level of the noise of some of the channels.",
						sweep.levels(), sweep.probable(), runs, random.below("partial"), REFERENCE)),
				() -> result.note("The noise of some channels alone is not scaled: the cell does not tell how its inputs drive it, or there"
						+ " are too few channels."));
		values(result, "probable", probable);
		values(result, "sampled", sampled);
		Optional<RunLengthLaw> model = model(request);
		model.ifPresent(law -> values(result, "model", law,
				law.variationCoefficient() / new GeometricDwell(1 / law.mean()).variationCoefficient()));
		result.array("spectrum",
				NativeArrays.of(new double[][] { spectrum.frequencies(), spectrum.power(), spectrum.memoryless() }));
		result.array("levels", levels(whole));
		partial.ifPresent(sweep -> result.array("partial_levels", levels(sweep)));
		result.table(table("Dwells by level of the noise", whole));
		partial.ifPresent(sweep -> result.table(table("Dwells by level of the noise of some of the channels", sweep)));
		ResonanceFigures.of(probable, sampled, model, spectrum, whole, partial).forEach(result::figure);
		result.note("Irregularity: the coefficient of variation of the dwells, divided by that of a memoryless process with the same mean"
				+ " dwell; below 1 is more regular. Dwells are of any symbol, from a change to the next.");
		result.note("\"Self-induced stochastic resonance\" is meant loosely: without biases the most probable symbols do not depend on the"
				+ " noise level at all, whereas there the noise sets the period.");
		return result.build();
	}

	/** A symbol that never changes has no dwells. */
	private static void values(AnalysisResult.Builder result, String name, Dwells dwells) {
		if (dwells.count() > 0) {
			values(result, name, dwells.law(), dwells.irregularity());
		} else {
			List.of("_mean", "_variation", "_rate", "_irregularity").forEach(suffix -> result.value(name + suffix, Double.NaN));
		}
	}

	private static void values(AnalysisResult.Builder result, String name, RunLengthLaw law, double irregularity) {
		result.value(name + "_mean", law.mean());
		result.value(name + "_variation", law.variationCoefficient());
		result.value(name + "_rate", law.meanRate());
		result.value(name + "_irregularity", irregularity);
	}

	private static INDArray levels(NoiseSweep sweep) {
		double[][] rows = new double[sweep.levels().length][];
		Arrays.setAll(rows, n -> new double[] { sweep.levels()[n], sweep.sampled().get(n).law().mean(),
				sweep.sampled().get(n).irregularity(), sweep.probable().get(n).law().mean(), sweep.probable().get(n).irregularity() });
		return NativeArrays.of(rows);
	}

	private static Optional<RunLengthLaw> model(AnalysisRequest request) {
		return request.task().filter(HiddenMarkovTask.class::isInstance).map(task -> ((HiddenMarkovTask) task).model())
				.flatMap(HiddenMarkovStatistics::ifUnique).filter(statistics -> statistics.changeProbability() > 0)
				.map(HiddenMarkovStatistics::symbolRuns);
	}

	private static int mostFrequent(int[][] runs, int symbols) {
		long[] counts = new long[symbols];
		for (int[] run : runs) {
			for (int symbol : run) {
				counts[symbol]++;
			}
		}
		int best = 0;
		for (int k = 1; k < symbols; k++) {
			best = counts[k] > counts[best] ? k : best;
		}
		return best;
	}

	private static Finding regular(String claim, Dwells dwells, RandomStreams random) {
		Interval interval = dwells.interval(random.stream("irregularity"));
		Verdict verdict = interval.high() < 1 ? Verdict.REPRODUCED : interval.low() > 1 ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
		RunLengthLaw law = dwells.law();
		GeometricDwell memoryless = new GeometricDwell(1 / law.mean());
		return new Finding(claim, dwells.irregularity(), interval, "< 1", REFERENCE, verdict,
				dwells.count() == 0 ? "The symbol never changes." : String.format(Locale.ROOT,
						"%d dwells: mean %.3g steps, coefficient of variation %.3g (memoryless %.3g), E[1/L] %.3g (memoryless %.3g).",
						dwells.count(), law.mean(), law.variationCoefficient(), memoryless.variationCoefficient(), law.meanRate(),
						memoryless.meanRate()));
	}

	private static Finding peak(PowerSpectrum spectrum, int runs, RandomStreams random) {
		int half = runs / 2;
		int peak = spectrum.peak(0, half);
		double height = spectrum.height(peak, half, runs);
		Interval interval = Double.isFinite(height) ? spectrum.heightInterval(peak, half, runs, random.stream("peak"))
				: Interval.unknown("unknown: the symbol hardly ever changes");
		Verdict verdict = interval.low() > 1 ? Verdict.REPRODUCED : interval.high() <= 1 ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
		double frequency = spectrum.frequencies()[peak];
		return new Finding("The power spectrum of the symbols has a peak at a period of its own.", height, interval,
				"> 1, the power at the peak over that at the lowest frequencies", REFERENCE, verdict,
				String.format(Locale.ROOT, "Half of the runs have most power, beside a memoryless process, at %.3g cycles per step (a period"
						+ " of %.3g steps); the height is that of the other half.", frequency, 1 / frequency));
	}

	/** T2. */
	private static Finding independent(Network network, NoiseSweep whole) {
		double spread = whole.periodSpread();
		Verdict verdict = Double.isNaN(spread) ? Verdict.UNDECIDED : spread < 0.01 ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED;
		boolean homogeneous = network.cell().unitDrives().filter(UnitDrives::rectified).filter(drives -> !drives.biased()).isPresent();
		return new Finding("The period of the most probable symbol does not depend on the level of the noise.", spread,
				new Interval(spread, spread, "the same noise at every level"), "< 0.01, the largest relative difference of mean dwells",
				"exact for rectified networks without biases", verdict,
				homogeneous ? "The units are rectified, without biases." : "The units are not rectified ones without biases: the period may"
						+ " depend on the noise.");
	}

	private static Table table(String title, NoiseSweep sweep) {
		List<List<String>> rows = new ArrayList<>();
		for (int n = 0; n < sweep.levels().length; n++) {
			Dwells sampled = sweep.sampled().get(n);
			Dwells probable = sweep.probable().get(n);
			rows.add(List.of(Double.toString(sweep.levels()[n]), number(sampled.law().mean()), number(sampled.irregularity()),
					number(probable.law().mean()), number(probable.irregularity()), number(probable.law().meanRate())));
		}
		return new Table(title, List.of("Level", "Sampled: mean (steps)", "Irregularity", "Most probable: mean (steps)", "Irregularity",
				"E[1/L] (1/steps)"), rows);
	}

	private static String number(double value) {
		return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3g", value);
	}
}

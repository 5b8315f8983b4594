package org.nullcline.analysis.resonance.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.hmm.GeometricDwell;
import org.nullcline.hmm.RunLengthLaw;

/** The figures of the analysis. */
final class ResonanceFigures {

	private static final double NEGLIGIBLE = 1e-3;

	private ResonanceFigures() {
	}

	static List<Figure> of(Dwells probable, Dwells sampled, Optional<RunLengthLaw> model, PowerSpectrum spectrum, NoiseSweep whole,
			Optional<NoiseSweep> partial) {
		List<Figure> figures = new ArrayList<>();
		List<Figure.Layer> survival = new ArrayList<>();
		survival.add(curve("most probable", probable.law(), Hue.RED));
		survival.add(curve("sampled", sampled.law(), Hue.ORANGE));
		GeometricDwell memoryless = new GeometricDwell(1 / probable.law().mean());
		survival.add(curve("memoryless, mean of the most probable",
				new RunLengthLaw(IntStream.range(0, probable.law().survival().length).mapToDouble(memoryless::survival).toArray()), Hue.GREY));
		model.ifPresent(law -> survival.add(curve("model", law, Hue.BLACK)));
		figures.add(new Figure("survival", "How long symbols last", "Fraction of the dwells that are longer.", "steps", "P(L > l)", false,
				survival));
		figures.add(spectrum(spectrum));
		figures.add(irregularity("levels", "Irregularity by level of the noise", whole));
		partial.ifPresent(
				sweep -> figures.add(irregularity("partial-levels", "Irregularity by level of the noise of some of the channels", sweep)));
		return figures;
	}

	private static Figure.Line curve(String name, RunLengthLaw law, Hue hue) {
		int length = 1;
		while (length < law.survival().length && law.survival(length - 1) > NEGLIGIBLE) {
			length++;
		}
		return new Figure.Line(name, IntStream.range(0, length).asDoubleStream().toArray(),
				IntStream.range(0, length).mapToDouble(law::survival).toArray(), hue, false);
	}

	private static Figure spectrum(PowerSpectrum spectrum) {
		// The mean was taken off: frequency 0 shows nothing.
		double[] frequencies = tail(spectrum.frequencies());
		return new Figure("spectrum", "Power spectrum of the most frequent symbol",
				"Of \"the most probable symbol is this one\", as the decimal logarithm; grey, a memoryless process that switches as often.",
				"frequency (cycles per step)", "log10 power", false,
				List.of(new Figure.Line("memoryless", frequencies, logarithms(tail(spectrum.memoryless())), Hue.GREY, true),
						new Figure.Line("network", frequencies, logarithms(tail(spectrum.power())), Hue.RED, false)));
	}

	private static double[] tail(double[] values) {
		return Arrays.copyOfRange(values, 1, values.length);
	}

	private static double[] logarithms(double[] values) {
		return Arrays.stream(values).map(value -> value > 0 ? Math.log10(value) : Double.NaN).toArray();
	}

	private static Figure irregularity(String id, String title, NoiseSweep sweep) {
		double[] x = Arrays.stream(sweep.levels()).map(Math::log10).toArray();
		return new Figure(id, title, "1 is as irregular as a memoryless process of the same mean.", "log10 level", "irregularity", false,
				List.of(new Figure.Line("sampled", x, sweep.sampled().stream().mapToDouble(Dwells::irregularity).toArray(), Hue.ORANGE, false),
						new Figure.Line("most probable", x, sweep.probable().stream().mapToDouble(Dwells::irregularity).toArray(), Hue.RED,
								false)));
	}
}

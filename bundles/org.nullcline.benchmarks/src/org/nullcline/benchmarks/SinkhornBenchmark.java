package org.nullcline.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.transport.OneHotSinkhorn;
import org.nullcline.transport.SinkhornParameters;
import org.nullcline.transport.SymbolSequences;

/** One Sinkhorn divergence, with its gradient, of two sets of random symbol sequences. */
public final class SinkhornBenchmark {

	private static final double BLUR = 0.2;

	private SinkhornBenchmark() {
	}

	/**
	 * Measures divergences.
	 *
	 * @param sequences in each set
	 * @param steps     of each sequence
	 * @param symbols   number of different symbols
	 */
	public static BenchmarkCase measure(int sequences, int steps, int symbols) {
		SymbolSequences x = draw("x", sequences, steps, symbols);
		SymbolSequences y = draw("y", sequences, steps, symbols);
		double[] value = new double[1];
		Timing timing = Timing.of(() -> value[0] = OneHotSinkhorn.evaluate(x, y, SinkhornParameters.paper(BLUR)).value(), 2);
		Map<String, Double> measures = new LinkedHashMap<>();
		measures.put("value", value[0]);
		measures.put("process_mb", ProcessMemory.peakMegabytes());
		return new BenchmarkCase("sinkhorn", symbols, sequences, steps, timing, measures);
	}

	private static SymbolSequences draw(String name, int sequences, int steps, int symbols) {
		RandomStream random = RandomStreams.of(1).stream(name);
		int[] values = new int[sequences * steps];
		for (int i = 0; i < values.length; i++) {
			values[i] = random.nextInt(symbols);
		}
		return SymbolSequences.of(values, steps, symbols);
	}
}

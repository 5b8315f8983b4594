package org.nullcline.ui.plots.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nullcline.linearalgebra.Complex;

/**
 * The fixed points of a network, as the arrays of a result hold them. Row i of each is about point i.
 *
 * @param states      [point][state]
 * @param index       number of unstable directions
 * @param exact       whether it is a fixed point to working precision, not a slow point
 * @param outlier     whether it lies far from the states that the network visits
 * @param condition   number of the constant input under which it was found
 * @param eigenvalues [point][mode], largest modulus first
 */
public record FixedPoints(double[][] states, int[] index, boolean[] exact, boolean[] outlier, int[] condition,
		Complex[][] eigenvalues) {

	private static final String STATES = "fixed_points"; //$NON-NLS-1$
	private static final String EIGENVALUES = "eigenvalues"; //$NON-NLS-1$
	private static final String INDEX = "index"; //$NON-NLS-1$
	private static final String EXACT = "exact"; //$NON-NLS-1$
	private static final String OUTLIER = "outlier"; //$NON-NLS-1$
	private static final String CONDITION = "input_condition"; //$NON-NLS-1$

	/** Nothing if no result of the run holds fixed points. */
	public static Optional<FixedPoints> of(RunContent run) throws IOException {
		Optional<ResultArrays> found = run.find(STATES, EIGENVALUES);
		if (found.isEmpty()) {
			return Optional.empty();
		}
		ResultArrays arrays = found.get();
		double[][] states = arrays.rows(STATES);
		double[][] packed = arrays.rows(EIGENVALUES);
		Complex[][] eigenvalues = Arrays.stream(packed).map(FixedPoints::spectrum).toArray(Complex[][]::new);
		int[] index = arrays.has(INDEX) ? arrays.integers(INDEX)
				: Arrays.stream(eigenvalues).mapToInt(FixedPoints::unstable).toArray();
		return Optional.of(new FixedPoints(states, index, flags(arrays, EXACT, states.length, true),
				flags(arrays, OUTLIER, states.length, false),
				arrays.has(CONDITION) ? arrays.integers(CONDITION) : new int[states.length], eigenvalues));
	}

	/** Number of points. */
	public int count() {
		return states.length;
	}

	/** Points that are fixed, and slow points where they are wanted; no outliers. */
	public int[] inside(boolean slow) {
		return IntStream.range(0, count()).filter(i -> !outlier[i] && (slow || exact[i])).toArray();
	}

	private static Complex[] spectrum(double[] packed) {
		return IntStream.range(0, packed.length / 2).mapToObj(k -> new Complex(packed[2 * k], packed[2 * k + 1]))
				.toArray(Complex[]::new);
	}

	private static int unstable(Complex[] spectrum) {
		return (int) Arrays.stream(spectrum).filter(value -> value.modulus() > 1).count();
	}

	private static boolean[] flags(ResultArrays arrays, String name, int count, boolean otherwise) throws IOException {
		boolean[] flags = new boolean[count];
		double[] values = arrays.has(name) ? arrays.values(name) : null;
		for (int i = 0; i < count; i++) {
			flags[i] = values == null ? otherwise : values[i] != 0;
		}
		return flags;
	}
}

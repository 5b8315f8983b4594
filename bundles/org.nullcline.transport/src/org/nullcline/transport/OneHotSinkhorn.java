package org.nullcline.transport;

import org.nullcline.transport.internal.SequenceTransport;

/**
 * The Sinkhorn divergence of two sets of one-hot sequences of equal weight: {@link SinkhornDivergence} for the points
 * x_i[t K + k] = 1 where symbol k stands at step t, else 0.
 *
 * <p>The cost |x - y|^2 / 2 is the number of steps in which two sequences differ, so that the divergence is, roughly, the
 * mean number of wrong symbols under the best matching. Works in single precision where that is enough; value and gradient
 * agree with the reference to about 1e-6. One thread; the same bits on every call.
 */
public final class OneHotSinkhorn {

	private OneHotSinkhorn() {
	}

	/**
	 * The divergence and its derivative by the one-hot coordinates of the first set.
	 *
	 * @param x of any number
	 * @param y of any number; the same length and number of symbols as x
	 * @return the gradient has the shape [sequence of x, time, symbol]
	 * @throws IllegalArgumentException if length or number of symbols differ
	 */
	public static TransportDivergence evaluate(SymbolSequences x, SymbolSequences y, SinkhornParameters parameters) {
		if (x.steps() != y.steps() || x.symbols() != y.symbols()) {
			throw new IllegalArgumentException("sequences of " + x.steps() + " steps and " + x.symbols()
					+ " symbols cannot be compared with sequences of " + y.steps() + " steps and " + y.symbols() + " symbols");
		}
		return SequenceTransport.evaluate(x, y, parameters);
	}
}

package org.nullcline.analysis.topology.internal.map;

import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;

/** The eigenvalues of the random walk on a graph. */
final class Spectrum {

	private Spectrum() {
	}

	/** Of two lists of {@link #moduli}. */
	static double distance(double[] first, double[] second) {
		int longer = Math.max(first.length, second.length);
		double sum = 0;
		for (int k = 0; k < longer; k++) {
			sum += Math.abs((k < first.length ? first[k] : 0) - (k < second.length ? second[k] : 0));
		}
		return longer == 0 ? 0 : sum / longer;
	}

	/** Descending; at most 1, because rows of probabilities sum to 1. */
	static double[] moduli(LabelledGraph graph) {
		return graph.size() == 0 ? new double[0]
				: Lapack.eigen(NativeArrays.of(graph.walk())).values().stream().mapToDouble(Complex::modulus)
						.map(modulus -> Math.min(1, modulus)).toArray();
	}
}

package org.nullcline.transport.internal;

import java.util.Arrays;

import org.nullcline.transport.SinkhornParameters;
import org.nullcline.transport.SymbolSequences;
import org.nullcline.transport.TransportDivergence;

/** {@link SequenceTransport} in double precision throughout: slower, and right to all digits. */
final class ExactSequenceTransport {

	/** Entries of the plan below exp of this are left out of the gradient: 2^16 of them are less than its rounding. */
	private static final double SMALLEST = -60;

	private ExactSequenceTransport() {
	}

	/** The divergence of x and y, which have the same length and number of symbols. */
	static TransportDivergence evaluate(SymbolSequences x, SymbolSequences y, SinkhornParameters parameters) {
		HammingCosts xy = HammingCosts.between(x, y);
		HammingCosts xx = HammingCosts.between(x, x);
		double[] logA = logWeights(x.size());
		double[] logB = logWeights(y.size());
		SinkhornPotentials potentials = SinkhornPotentials.of(
				parameters.temperatures(Math.sqrt(SequenceTransport.varyingCoordinates(x, y))), minima(xy),
				minima(HammingCosts.between(y, x)), minima(xx), minima(HammingCosts.between(y, y)), logA, logB);
		double biased = mean(potentials.lastFBa()) + mean(potentials.lastGAb());
		double value = biased - mean(potentials.lastFAa()) - mean(potentials.lastGBb());
		double[] gradient = new double[Math.multiplyExact(x.size(), x.steps() * x.symbols())];
		add(parameters.epsilon(), xy, potentials.lastFBa(), potentials.gAb(), logB, y, -1.0 / x.size(), gradient);
		add(parameters.epsilon(), xx, potentials.lastFAa(), potentials.fAa(), logA, x, 1.0 / x.size(), gradient);
		return new TransportDivergence(value, biased, gradient);
	}

	private static SinkhornPotentials.SoftMinima minima(HammingCosts costs) {
		return (epsilon, h, f) -> HammingSoftMinimum.all(costs, epsilon, h, f);
	}

	/** Adds factor x sum_j P_ij y_j to row i. */
	private static void add(double epsilon, HammingCosts costs, double[] rows, double[] columns, double[] logWeights,
			SymbolSequences sequences, double factor, double[] gradient) {
		int symbols = sequences.symbols();
		int length = sequences.steps() * symbols;
		for (int i = 0; i < rows.length; i++) {
			for (int j = 0; j < columns.length; j++) {
				double exponent = logWeights[j] + (rows[i] + columns[j] - costs.get(i, j)) / epsilon;
				if (exponent > SMALLEST) {
					double weight = factor * Math.exp(exponent);
					for (int t = 0; t < sequences.steps(); t++) {
						gradient[i * length + t * symbols + sequences.symbol(j, t)] += weight;
					}
				}
			}
		}
	}

	private static double[] logWeights(int size) {
		double[] weights = new double[size];
		Arrays.fill(weights, -Math.log(size));
		return weights;
	}

	private static double mean(double[] values) {
		return Arrays.stream(values).sum() / values.length;
	}
}

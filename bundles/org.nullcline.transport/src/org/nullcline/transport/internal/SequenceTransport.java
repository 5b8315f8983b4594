package org.nullcline.transport.internal;

import org.nullcline.transport.SinkhornParameters;
import org.nullcline.transport.SoftMinimum;
import org.nullcline.transport.SymbolSequences;
import org.nullcline.transport.TransportDivergence;

/**
 * Sinkhorn's algorithm for Hamming distances.
 *
 * <p>Potentials are stabilised by themselves (Schmitzer, "Stabilized sparse scaling algorithms for entropy regularized
 * transport problems", SIAM J. Sci. Comput. 2019): with the plan P_ij = exp((f_i + g_j - C_ij) / epsilon) of the present
 * potentials and m columns, the updated potential is f_i - epsilon log(sum_j P_ij / m), and likewise for columns. So one
 * exponential for each pair serves both potentials, and P is near one, however low the temperature, except where potentials
 * have just moved far: those rows are computed again in double precision.
 */
public final class SequenceTransport {

	private final PlanKernel kernel;
	private final SymbolSequences x;
	private final SymbolSequences y;
	private final HammingCosts xy;
	private final HammingCosts xx;
	private final HammingCosts yy;
	private final SplitPotential rows;
	private final SplitPotential columns;
	private final SplitPotential left;
	private final SplitPotential right;
	private final double[] fBa;
	private final double[] gAb;
	private final double[] fAa;
	private final double[] gBb;
	private final double[] nextFBa;
	private final double[] nextGAb;
	private final double[] nextFAa;
	private final double[] nextGBb;
	private int repeated;

	SequenceTransport(SymbolSequences x, SymbolSequences y, PlanKernel kernel) {
		this.kernel = kernel;
		this.x = x;
		this.y = y;
		xy = HammingCosts.between(x, y);
		// The gradient visits whole rows of these, but never those of the second set.
		xx = HammingCosts.between(x, x);
		yy = HammingCosts.within(y);
		rows = new SplitPotential(x.size(), x.steps());
		columns = new SplitPotential(y.size(), y.steps());
		left = new SplitPotential(x.size(), x.steps());
		right = new SplitPotential(y.size(), y.steps());
		fBa = new double[x.size()];
		gAb = new double[y.size()];
		fAa = new double[x.size()];
		gBb = new double[y.size()];
		nextFBa = new double[x.size()];
		nextGAb = new double[y.size()];
		nextFAa = new double[x.size()];
		nextGBb = new double[y.size()];
	}

	/** The divergence of x and y, which have the same length and number of symbols. */
	public static TransportDivergence evaluate(SymbolSequences x, SymbolSequences y, SinkhornParameters parameters) {
		return new SequenceTransport(x, y, PlanKernel.best(parameters.epsilon())).evaluate(parameters);
	}

	TransportDivergence evaluate(SinkhornParameters parameters) {
		double[] temperatures = parameters.temperatures(Math.sqrt(varyingCoordinates(x, y)));
		update(temperatures[0]);
		replace();
		for (double epsilon : temperatures) {
			update(epsilon);
			average();
		}
		update(parameters.epsilon());
		double left = mean(nextFBa);
		double right = mean(nextGAb);
		double value = left - mean(nextFAa) + right - mean(nextGBb);
		return new TransportDivergence(value, left + right, gradient(parameters.epsilon()));
	}

	/** How many sums were computed again in double precision. */
	int repeated() {
		return repeated;
	}

	/** The squared diameter: the number of one-hot coordinates that are not the same in all sequences. */
	static int varyingCoordinates(SymbolSequences x, SymbolSequences y) {
		int total = x.size() + y.size();
		int varying = 0;
		int[] counts = new int[x.symbols()];
		for (int t = 0; t < x.steps(); t++) {
			java.util.Arrays.fill(counts, 0);
			for (int i = 0; i < x.size(); i++) {
				counts[x.symbol(i, t)]++;
			}
			for (int j = 0; j < y.size(); j++) {
				counts[y.symbol(j, t)]++;
			}
			for (int count : counts) {
				varying += count > 0 && count < total ? 1 : 0;
			}
		}
		return varying;
	}

	/** The soft minima of all four potentials, from the present ones at once. */
	private void update(double epsilon) {
		double q = bitsPerCost(epsilon);
		split(q);
		kernel.sums(xy, rows, columns, q, nextFBa, nextGAb);
		kernel.symmetricSums(xx, left, q, nextFAa);
		kernel.symmetricSums(yy, right, q, nextGBb);
		finish(epsilon, fBa, gAb, xy::get, nextFBa);
		finish(epsilon, gAb, fBa, (j, i) -> xy.get(i, j), nextGAb);
		finish(epsilon, fAa, fAa, xx::get, nextFAa);
		finish(epsilon, gBb, gBb, yy::get, nextGBb);
	}

	private void split(double bitsPerCost) {
		rows.set(fBa, bitsPerCost);
		columns.set(gAb, bitsPerCost);
		left.set(fAa, bitsPerCost);
		right.set(gBb, bitsPerCost);
	}

	/** Turns sums of the plan into the updated potential. */
	private void finish(double epsilon, double[] present, double[] opposite, SoftMinimum.Cost cost, double[] sums) {
		double[] h = null;
		for (int i = 0; i < sums.length; i++) {
			if (sums[i] >= PlanKernel.SMALLEST && sums[i] <= PlanKernel.LARGEST) {
				sums[i] = present[i] - epsilon * Math.log(sums[i] / opposite.length);
			} else {
				if (h == null) {
					h = new double[opposite.length];
					for (int j = 0; j < h.length; j++) {
						h[j] = opposite[j] / epsilon - Math.log(h.length);
					}
				}
				sums[i] = SoftMinimum.one(epsilon, cost, h, i);
				repeated++;
			}
		}
	}

	private void replace() {
		System.arraycopy(nextFBa, 0, fBa, 0, fBa.length);
		System.arraycopy(nextGAb, 0, gAb, 0, gAb.length);
		System.arraycopy(nextFAa, 0, fAa, 0, fAa.length);
		System.arraycopy(nextGBb, 0, gBb, 0, gBb.length);
	}

	private void average() {
		average(fBa, nextFBa);
		average(gAb, nextGAb);
		average(fAa, nextFAa);
		average(gBb, nextGBb);
	}

	private static void average(double[] present, double[] updated) {
		for (int i = 0; i < present.length; i++) {
			present[i] = (present[i] + updated[i]) / 2;
		}
	}

	/**
	 * dS/dx_i = (sum_k Q_ik x_k - sum_j P_ij y_j) / n: the rows of P and Q have the sum 1, so that x_i itself cancels.
	 *
	 * <p>P comes from the last soft minimum and the potential before it, which is what makes its rows sum to 1.
	 */
	private double[] gradient(double epsilon) {
		double q = bitsPerCost(epsilon);
		int length = x.steps() * x.symbols();
		double[] gradient = new double[Math.multiplyExact(x.size(), length)];
		rows.set(nextFBa, q);
		columns.set(gAb, q);
		new MeanSequences(kernel, xy, y).add(rows, columns, q, -1.0 / x.size(), gradient);
		rows.set(nextFAa, q);
		left.set(fAa, q);
		new MeanSequences(kernel, xx, x).add(rows, left, q, 1.0 / x.size(), gradient);
		return gradient;
	}

	private static double bitsPerCost(double epsilon) {
		return 1 / (epsilon * Math.log(2));
	}

	private static double mean(double[] values) {
		double sum = 0;
		for (double value : values) {
			sum += value;
		}
		return sum / values.length;
	}
}

package org.nullcline.analysis.integration.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.nullcline.core.network.Network;
import org.nullcline.core.task.Integral;
import org.nullcline.dynamics.EigenModes;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.Linearization;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The linear dynamics on a line, averaged over its points.
 *
 * @param relevant   output some steps after a unit pulse on the input that is to be integrated, by number of modes kept
 * @param irrelevant the largest magnitude of that output after a pulse on an input that is to be ignored, all modes kept
 * @param magnitudes |lambda|, largest first
 * @param points     number of points averaged over
 * @param defective  points left out because they have no basis of eigenvectors
 */
record LinearIntegration(double[] relevant, double irrelevant, double[] magnitudes, int points, int defective) {

	static LinearIntegration of(Network network, double[] input, List<FixedPoint> points, Integral integral, int step) {
		int size = network.cell().state().size();
		double[] readout = Arrays.copyOf(NativeArrays.rows(network.weights().get(Network.READOUT_WEIGHT))[integral.output()], size);
		double[] relevant = new double[size];
		double[] ignored = new double[integral.ignored().size()];
		double[] magnitudes = new double[size];
		int used = 0;
		for (FixedPoint point : points) {
			Optional<EigenModes> modes = EigenModes.of(Linearization.at(network.cell(), network.weights(), input, point.state()));
			if (modes.isEmpty()) {
				continue;
			}
			used++;
			double[] derivative = NativeArrays.values(network.cell().inputJacobian(network.weights(),
					NativeArrays.of(input, 1, input.length), NativeArrays.of(point.state(), 1, size)));
			add(relevant, modes.get().response(readout, column(derivative, integral.input(), input.length), step));
			for (int k = 0; k < ignored.length; k++) {
				ignored[k] += modes.get().response(readout, column(derivative, integral.ignored().get(k), input.length),
						step)[size - 1];
			}
			add(magnitudes, modes.get().values().stream().mapToDouble(Complex::modulus).toArray());
		}
		double count = used;
		return new LinearIntegration(Arrays.stream(relevant).map(v -> v / count).toArray(),
				Arrays.stream(ignored).map(v -> Math.abs(v / count)).max().orElse(0),
				Arrays.stream(magnitudes).map(v -> v / count).toArray(), used, points.size() - used);
	}

	/** The share of the response that the leading mode alone gives, y_1/y_N. */
	double firstModeShare() {
		return relevant[0] / relevant[relevant.length - 1];
	}

	/** The smallest number of modes from which on the response stays within 5 % of that of all modes. */
	int modesNeeded() {
		double all = relevant[relevant.length - 1];
		int needed = relevant.length;
		while (needed > 1 && Math.abs(relevant[needed - 2] / all - 1) <= 0.05) {
			needed--;
		}
		return needed;
	}

	private static double[] column(double[] matrix, int column, int columns) {
		double[] values = new double[matrix.length / columns];
		for (int i = 0; i < values.length; i++) {
			values[i] = matrix[i * columns + column];
		}
		return values;
	}

	private static void add(double[] sum, double[] values) {
		for (int i = 0; i < sum.length; i++) {
			sum[i] += values[i];
		}
	}
}

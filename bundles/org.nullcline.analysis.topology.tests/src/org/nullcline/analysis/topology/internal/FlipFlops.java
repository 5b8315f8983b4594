package org.nullcline.analysis.topology.internal;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.analysis.topology.internal.flow.Nodes;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Hand-built flip-flops: h_i' = tanh(w_i times the mean of the units of bit i), some units per bit. With w > 1 each bit has
 * two stable values and zero in between, so the fixed points are the faces of a cube.
 */
public final class FlipFlops {

	private FlipFlops() {
	}

	/** Output k is the mean of the units of bit k, scaled to +-1 at the memories. */
	public static Network network(int[] bitOfUnit, double... weights) {
		int units = bitOfUnit.length;
		double[][] recurrent = new double[units][units];
		double[][] readout = new double[weights.length][units];
		for (int i = 0; i < units; i++) {
			int bit = bitOfUnit[i];
			for (int j = 0; j < units; j++) {
				recurrent[i][j] = bitOfUnit[j] == bit ? weights[bit] / copies(bitOfUnit, bit) : 0;
			}
			readout[bit][i] = 1 / (held(weights[bit]) * copies(bitOfUnit, bit));
		}
		Network network = Network.initialize(new MapCell(recurrent, Math::tanh), weights.length, RandomStreams.of(1));
		network.weights().get(Network.READOUT_WEIGHT).assign(NativeArrays.of(readout));
		return network;
	}

	/** All 3^K fixed points. */
	public static Nodes nodes(int[] bitOfUnit, double... weights) {
		List<double[]> states = new ArrayList<>();
		List<Integer> index = new ArrayList<>();
		for (int code = 0; code < Math.pow(3, weights.length); code++) {
			double[] state = new double[bitOfUnit.length];
			int unstable = 0;
			int rest = code;
			for (int bit = 0; bit < weights.length; bit++) {
				int sign = rest % 3 - 1;
				rest /= 3;
				unstable += sign == 0 ? 1 : 0;
				for (int unit = 0; unit < state.length; unit++) {
					if (bitOfUnit[unit] == bit) {
						state[unit] = sign * held(weights[bit]);
					}
				}
			}
			states.add(state);
			index.add(unstable);
		}
		return Nodes.of(states.toArray(double[][]::new), index.stream().mapToInt(i -> i).toArray());
	}

	/** What the analysis of fixed points gives, as far as the graph needs it; all inputs are zero. */
	public static AnalysisResult fixedPoints(Nodes nodes) {
		return fixedPoints(nodes, -1);
	}

	/** @param marginal node with an eigenvalue on the unit circle, or -1 */
	public static AnalysisResult fixedPoints(Nodes nodes, int marginal) {
		int n = nodes.size();
		double[] ones = new double[n];
		java.util.Arrays.fill(ones, 1);
		int size = nodes.states()[0].length;
		double[] eigenvalues = new double[n * size * 2];
		for (int i = 0; i < n; i++) {
			for (int k = 0; k < size; k++) {
				eigenvalues[2 * (i * size + k)] = k < nodes.index()[i] ? 2 : k == 0 && i == marginal ? 1 - 1e-15 : 0.2;
			}
		}
		return AnalysisResult.builder().array("inputs", NativeArrays.zeros(1, 1))
				.array("fixed_points", NativeArrays.of(nodes.states()))
				.array("index", NativeArrays.of(java.util.Arrays.stream(nodes.index()).asDoubleStream().toArray(), n))
				.array("exact", NativeArrays.of(ones, n)).array("outlier", NativeArrays.zeros(n))
				.array("q", NativeArrays.zeros(n)).array("seeds", NativeArrays.of(ones, n))
				.array("eigenvalues", NativeArrays.of(eigenvalues, n, size, 2)).array("input_condition", NativeArrays.zeros(n)).build();
	}

	/** One unit per bit. */
	public static int[] single(int bits) {
		return java.util.stream.IntStream.range(0, bits).toArray();
	}

	/** The positive solution of h = tanh(w h). */
	public static double held(double weight) {
		double h = 1;
		for (int i = 0; i < 2000; i++) {
			h = Math.tanh(weight * h);
		}
		return h;
	}

	private static long copies(int[] bitOfUnit, int bit) {
		return java.util.Arrays.stream(bitOfUnit).filter(b -> b == bit).count();
	}

	/** A task with the corners of a cube as memories. */
	public record Task(int outputs) implements TrialTask {

		@Override
		public int inputs() {
			return 1;
		}

		@Override
		public TrialBatch trials(int count, RandomStream random) {
			return new TrialBatch(NativeArrays.zeros(count, 5, 1), NativeArrays.zeros(count, 5, outputs));
		}

		@Override
		public List<double[]> memories() {
			List<double[]> corners = new ArrayList<>();
			for (int corner = 0; corner < 1 << outputs; corner++) {
				double[] memory = new double[outputs];
				for (int bit = 0; bit < outputs; bit++) {
					memory[bit] = (corner >> bit & 1) == 1 ? 1 : -1;
				}
				corners.add(memory);
			}
			return corners;
		}
	}
}

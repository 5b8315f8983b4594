package org.example.adaptive;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.StateLayout.Part;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.WeightDeclaration.Role;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

// [snippet: two-arrays]
/**
 * h' = tanh(W h + V x - b a + c), a' = (1 - g) a + g h. The state is h and a, side by side; the readout sees h. There is a
 * step and nothing else: gradients and Jacobians are taken by central differences, which is slow and named in the results.
 *
 * @param inputs   input channels
 * @param units    hidden units
 * @param rate     of adaptation, g
 * @param strength of adaptation, b
 */
record AdaptiveCell(int inputs, int units, double rate, double strength) implements Cell {

	@Override
	public StateLayout state() {
		return new StateLayout(List.of(new Part("h", units), new Part("a", units)));
	}

	@Override
	public List<WeightDeclaration> weights() {
		return List.of(new WeightDeclaration("weight_ih_l0", Role.INPUT, units, inputs),
				new WeightDeclaration("weight_hh_l0", Role.RECURRENT, units, units),
				new WeightDeclaration("bias_l0", Role.BIAS, units));
	}

	@Override
	public INDArray step(Weights weights, INDArray inputs, INDArray state) {
		double[][] v = NativeArrays.rows(weights.get("weight_ih_l0"));
		double[][] w = NativeArrays.rows(weights.get("weight_hh_l0"));
		double[] c = NativeArrays.values(weights.get("bias_l0"));
		double[][] x = NativeArrays.rows(inputs);
		double[][] before = NativeArrays.rows(state);
		double[][] after = new double[before.length][2 * units];
		for (int trial = 0; trial < before.length; trial++) {
			for (int i = 0; i < units; i++) {
				double drive = c[i] - strength * before[trial][units + i];
				for (int j = 0; j < units; j++) {
					drive += w[i][j] * before[trial][j];
				}
				for (int k = 0; k < inputs(); k++) {
					drive += v[i][k] * x[trial][k];
				}
				after[trial][i] = Math.tanh(drive);
				after[trial][units + i] = (1 - rate) * before[trial][units + i] + rate * before[trial][i];
			}
		}
		return NativeArrays.of(after);
	}
	// [end]

	@Override
	public void initialize(Weights weights, RandomStreams random) {
		draw(weights, "weight_ih_l0", 1 / Math.sqrt(inputs), random);
		draw(weights, "weight_hh_l0", 0.9 / Math.sqrt(units), random);
	}

	/** Each array from a stream of its own name, so that no other change of the network changes it. */
	private static void draw(Weights weights, String name, double deviation, RandomStreams random) {
		RandomStream stream = random.stream(name);
		INDArray array = weights.get(name);
		double[] values = new double[(int) array.length()];
		for (int i = 0; i < values.length; i++) {
			values[i] = deviation * stream.nextGaussian();
		}
		array.assign(NativeArrays.of(values, array.shape()));
	}
}

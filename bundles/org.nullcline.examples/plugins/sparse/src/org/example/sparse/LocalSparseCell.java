package org.example.sparse;

import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.UnitPositions;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.WeightDeclaration.Role;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * h' = tanh(W h + V x + b), where W connects units that are near to each other.
 *
 * @param inputs input channels
 * @param units  hidden units
 * @param radius up to which units are connected
 */
record LocalSparseCell(int inputs, int units, double radius) implements Cell {

	static final String INPUT = "weight_ih_l0";
	static final String RECURRENT = "weight_hh_l0";
	static final String BIAS = "bias_l0";

	@Override
	public StateLayout state() {
		return StateLayout.hidden(units);
	}

	@Override
	public List<WeightDeclaration> weights() {
		return List.of(new WeightDeclaration(INPUT, Role.INPUT, units, inputs),
				new WeightDeclaration(RECURRENT, Role.RECURRENT, units, units),
				new WeightDeclaration(BIAS, Role.BIAS, units));
	}

	// [snippet: mask]
	/** 1 where two units are near; Nullcline keeps all other weights, their gradients and their moments at 0. */
	@Override
	public Map<String, INDArray> masks(RandomStreams random) {
		double[][] positions = unitPositions();
		double[][] near = new double[units][units];
		for (int i = 0; i < units; i++) {
			for (int j = 0; j < units; j++) {
				near[i][j] = UnitPositions.distance(positions[i], positions[j]) <= radius ? 1 : 0;
			}
		}
		return Map.of(RECURRENT, NativeArrays.of(near));
	}
	// [end]

	@Override
	public void initialize(Weights weights, RandomStreams random) {
		draw(weights, INPUT, 1 / Math.sqrt(inputs), random);
		draw(weights, RECURRENT, 1 / Math.sqrt(units), random);
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

	// [snippet: step]
	/** The reference that the pass over sequences is held against. */
	@Override
	public INDArray step(Weights weights, INDArray inputs, INDArray state) {
		double[][] x = NativeArrays.rows(inputs);
		double[][] h = NativeArrays.rows(state);
		double[][] next = new double[h.length][];
		for (int trial = 0; trial < h.length; trial++) {
			next[trial] = new LocalSparseRows(this, weights).next(x[trial], h[trial]);
		}
		return NativeArrays.of(next);
	}

	/** dh'_i / dh_j = (1 - h'_i^2) W_ij. */
	@Override
	public INDArray stateJacobian(Weights weights, INDArray inputs, INDArray state) {
		return jacobian(weights, inputs, state, RECURRENT, units);
	}

	/** dh'_i / dx_k = (1 - h'_i^2) V_ik. */
	@Override
	public INDArray inputJacobian(Weights weights, INDArray inputs, INDArray state) {
		return jacobian(weights, inputs, state, INPUT, inputs());
	}

	@Override
	public String jacobianMethod() {
		return "analytic";
	}
	// [end]

	private INDArray jacobian(Weights weights, INDArray inputs, INDArray state, String array, int columns) {
		double[][] next = NativeArrays.rows(step(weights, inputs, state));
		double[][] matrix = NativeArrays.rows(weights.get(array));
		double[] values = new double[next.length * units * columns];
		for (int trial = 0; trial < next.length; trial++) {
			for (int i = 0; i < units; i++) {
				for (int j = 0; j < columns; j++) {
					values[(trial * units + i) * columns + j] = (1 - next[trial][i] * next[trial][i]) * matrix[i][j];
				}
			}
		}
		return NativeArrays.of(values, next.length, units, columns);
	}

	@Override
	public SequencePass sequence(int steps, int batch, Precision precision) {
		return new LocalSparsePass(this, steps, batch);
	}

	@Override
	public String gradientMethod() {
		return "analytic";
	}
}

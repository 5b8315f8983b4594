package @package@;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.WeightDeclaration.Role;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Rate units with a leak: h' = (1 - a) h + a r with r = tanh(W h + U x + b).
 *
 * @param inputs number of input channels
 * @param units  number of hidden units
 * @param leak   the a of the equation
 * @param gain   recurrent weights begin as N(0, gain^2 / units)
 */
record @Class@Cell(int inputs, int units, double leak, double gain) implements Cell {

	/** U, [unit, input]. */
	static final String INPUT = "weight_ih_l0";
	/** W, [unit, unit]. */
	static final String RECURRENT = "weight_hh_l0";
	/** b, [unit]. */
	static final String BIAS = "bias_ih_l0";

	@Override
	public StateLayout state() {
		return StateLayout.hidden(units);
	}

	@Override
	public List<WeightDeclaration> weights() {
		return List.of(new WeightDeclaration(INPUT, Role.INPUT, units, inputs),
				new WeightDeclaration(RECURRENT, Role.RECURRENT, units, units), new WeightDeclaration(BIAS, Role.BIAS, units));
	}

	@Override
	public void initialize(Weights weights, RandomStreams random) {
		draw(weights.get(INPUT), random.stream(INPUT), 1 / Math.sqrt(inputs));
		draw(weights.get(RECURRENT), random.stream(RECURRENT), gain / Math.sqrt(units));
	}

	private static void draw(INDArray array, RandomStream random, double deviation) {
		double[] values = new double[(int) array.length()];
		for (int i = 0; i < values.length; i++) {
			values[i] = deviation * random.nextGaussian();
		}
		array.assign(NativeArrays.of(values, array.shape()));
	}

	@Override
	public INDArray step(Weights weights, INDArray inputs, INDArray state) {
		double[] h = NativeArrays.values(state);
		double[] rates = rates(weights, inputs, state);
		double[] next = new double[h.length];
		for (int i = 0; i < h.length; i++) {
			next[i] = (1 - leak) * h[i] + leak * rates[i];
		}
		return NativeArrays.of(next, state.shape());
	}

	/** dF/dh = (1 - a) 1 + a diag(1 - r^2) W. Without this method, Nullcline takes differences and says so. */
	@Override
	public INDArray stateJacobian(Weights weights, INDArray inputs, INDArray state) {
		return jacobian(weights, RECURRENT, inputs, state, 1 - leak);
	}

	/** dF/dx = a diag(1 - r^2) U. */
	@Override
	public INDArray inputJacobian(Weights weights, INDArray inputs, INDArray state) {
		return jacobian(weights, INPUT, inputs, state, 0);
	}

	@Override
	public String jacobianMethod() {
		return "analytic";
	}

	/** Fast training. Without this method, Nullcline differentiates the step numerically: right, but slow. */
	@Override
	public SequencePass sequence(int steps, int batch, Precision precision) {
		return new @Class@Pass(this, steps, batch);
	}

	@Override
	public String gradientMethod() {
		return "analytic";
	}

	/** [batch, next state, column of the matrix]: diagonal + a (1 - r^2) matrix. */
	private INDArray jacobian(Weights weights, String matrix, INDArray inputs, INDArray state, double diagonal) {
		double[] rates = rates(weights, inputs, state);
		double[] m = NativeArrays.values(weights.get(matrix));
		int batch = (int) state.size(0);
		int columns = m.length / units;
		double[] jacobian = new double[batch * units * columns];
		for (int b = 0; b < batch; b++) {
			for (int i = 0; i < units; i++) {
				double slope = leak * (1 - rates[b * units + i] * rates[b * units + i]);
				for (int j = 0; j < columns; j++) {
					jacobian[(b * units + i) * columns + j] = slope * m[i * columns + j] + (i == j ? diagonal : 0);
				}
			}
		}
		return NativeArrays.of(jacobian, batch, units, columns);
	}

	private double[] rates(Weights weights, INDArray inputs, INDArray state) {
		double[] rates = new double[(int) state.length()];
		rates(NativeArrays.values(weights.get(INPUT)), NativeArrays.values(weights.get(RECURRENT)),
				NativeArrays.values(weights.get(BIAS)), NativeArrays.values(inputs), 0, NativeArrays.values(state), 0,
				(int) state.size(0), rates, 0);
		return rates;
	}

	/** r = tanh(W h + U x + b) for one time step; x, h and r are [batch, ...] and begin at their offsets. */
	void rates(double[] u, double[] w, double[] bias, double[] x, int atX, double[] h, int atH, int batch, double[] rates, int atR) {
		for (int b = 0; b < batch; b++) {
			for (int i = 0; i < units; i++) {
				double drive = bias[i];
				for (int j = 0; j < units; j++) {
					drive += w[i * units + j] * h[atH + b * units + j];
				}
				for (int j = 0; j < inputs; j++) {
					drive += u[i * inputs + j] * x[atX + b * inputs + j];
				}
				rates[atR + b * units + i] = Math.tanh(drive);
			}
		}
	}
}

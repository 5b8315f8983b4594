package @package@;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.NativeArrays;

/** Runs {@link @Class@Cell} over a sequence and back: back-propagation through time, written as loops. */
final class @Class@Pass implements SequencePass {

	private final @Class@Cell cell;
	private final int steps;
	private final int batch;
	/** Values of one time step of the states: batch times units. */
	private final int size;
	private final double leak;
	/** States before each step, and after the last one: [time + 1, batch, unit]. */
	private final double[] states;
	/** r of each step, [time, batch, unit]. */
	private final double[] rates;
	private final double[] inputGradient;
	private double[] inputs;
	private double[] u;
	private double[] w;

	@Class@Pass(@Class@Cell cell, int steps, int batch) {
		this.cell = cell;
		this.steps = steps;
		this.batch = batch;
		size = batch * cell.units();
		leak = cell.leak();
		states = new double[(steps + 1) * size];
		rates = new double[steps * size];
		inputGradient = new double[steps * batch * cell.inputs()];
	}

	@Override
	public void forward(Weights weights, SequenceInputs sequence) {
		u = NativeArrays.values(weights.get(@Class@Cell.INPUT));
		w = NativeArrays.values(weights.get(@Class@Cell.RECURRENT));
		double[] bias = NativeArrays.values(weights.get(@Class@Cell.BIAS));
		inputs = NativeArrays.values(sequence.inputs());
		double[] noise = sequence.stateNoise().map(NativeArrays::values).orElse(new double[steps * size]);
		System.arraycopy(NativeArrays.values(sequence.initialState()), 0, states, 0, size);
		for (int t = 0; t < steps; t++) {
			cell.rates(u, w, bias, inputs, t * batch * cell.inputs(), states, t * size, batch, rates, t * size);
			for (int i = t * size; i < (t + 1) * size; i++) {
				states[i + size] = (1 - leak) * states[i] + leak * rates[i] + noise[i];
			}
		}
	}

	@Override
	public INDArray states() {
		return NativeArrays.of(java.util.Arrays.copyOfRange(states, size, states.length), steps, batch, cell.units());
	}

	@Override
	public INDArray backward(INDArray stateGradient, Weights gradient) {
		double[] direct = NativeArrays.values(stateGradient);
		double[] du = new double[u.length];
		double[] dw = new double[w.length];
		double[] dbias = new double[cell.units()];
		// dL/dh of the state after the current step.
		double[] delta = new double[size];
		double[] drive = new double[size];
		for (int t = steps - 1; t >= 0; t--) {
			for (int i = 0; i < size; i++) {
				delta[i] += direct[t * size + i];
				double r = rates[t * size + i];
				drive[i] = delta[i] * leak * (1 - r * r);
				delta[i] *= 1 - leak;
			}
			backThrough(t, drive, delta, du, dw, dbias);
		}
		add(gradient, @Class@Cell.INPUT, du);
		add(gradient, @Class@Cell.RECURRENT, dw);
		add(gradient, @Class@Cell.BIAS, dbias);
		return NativeArrays.of(delta, batch, cell.units());
	}

	/** From the gradient of the drive W h + U x + b of one step to those of h, x, W, U and b. */
	private void backThrough(int t, double[] drive, double[] delta, double[] du, double[] dw, double[] dbias) {
		int units = cell.units();
		int channels = cell.inputs();
		java.util.Arrays.fill(inputGradient, t * batch * channels, (t + 1) * batch * channels, 0);
		for (int b = 0; b < batch; b++) {
			for (int i = 0; i < units; i++) {
				double d = drive[b * units + i];
				dbias[i] += d;
				for (int j = 0; j < units; j++) {
					dw[i * units + j] += d * states[t * size + b * units + j];
					delta[b * units + j] += d * w[i * units + j];
				}
				for (int j = 0; j < channels; j++) {
					du[i * channels + j] += d * inputs[(t * batch + b) * channels + j];
					inputGradient[(t * batch + b) * channels + j] += d * u[i * channels + j];
				}
			}
		}
	}

	/** Adds to an array of the gradient, unless it is frozen and therefore not there. */
	private static void add(Weights gradient, String name, double[] values) {
		if (gradient.holds(name)) {
			INDArray array = gradient.get(name);
			array.addi(NativeArrays.of(values, array.shape()));
		}
	}

	@Override
	public INDArray inputGradient() {
		return NativeArrays.of(inputGradient, steps, batch, cell.inputs());
	}

	@Override
	public void close() {
		// Nothing lies outside the Java heap.
	}
}

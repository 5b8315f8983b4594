import static org.bytedeco.pytorch.global.torch.mse_loss;
import static org.bytedeco.pytorch.global.torch.randn;
import static org.bytedeco.pytorch.global.torch.set_num_threads;
import static org.bytedeco.pytorch.global.torch.sigmoid;
import static org.bytedeco.pytorch.global.torch.stack;
import static org.bytedeco.pytorch.global.torch.tanh;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.GRUImpl;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.RNNImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * The training step of {@code peers.py} in PyTorch without Python, for machines that reach Maven Central only: the C++
 * modules RNN, GRU and LSTM of libtorch, and a UGRNN written with its operations. {@code compare.py} fetches the libraries
 * and runs it. Prints the same JSON object as {@code peers.py}.
 * <p>
 * Arguments: {@code CELL HIDDEN BATCH STEPS}.
 */
public final class TorchPeer {

	private static final int INPUTS = 3;
	private static final int OUTPUTS = 3;
	private static final double LEARNING_RATE = 1e-3;
	private static final double SECONDS = 1.5;
	private static final int WARM_UP = 3;
	private static final int AT_LEAST = 5;

	private TorchPeer() {
	}

	public static void main(String[] arguments) throws IOException {
		set_num_threads(1);
		String cell = arguments[0];
		int hidden = Integer.parseInt(arguments[1]);
		int batch = Integer.parseInt(arguments[2]);
		int steps = Integer.parseInt(arguments[3]);
		List<Module> modules = new ArrayList<>();
		UnaryOperator<Tensor> recurrent = recurrent(cell, hidden, batch, steps, modules);
		LinearImpl readout = new LinearImpl(hidden, OUTPUTS);
		modules.add(readout);
		TensorVector parameters = new TensorVector();
		for (Module module : modules) {
			TensorVector own = module.parameters();
			for (long i = 0; i < own.size(); i++) {
				parameters.push_back(own.get(i));
			}
		}
		Adam optimizer = new Adam(parameters, new AdamOptions(LEARNING_RATE));
		Tensor x = randn(steps, batch, INPUTS);
		Tensor y = randn(steps, batch, OUTPUTS);
		double[] times = measure(() -> {
			try (PointerScope scope = new PointerScope()) {
				optimizer.zero_grad();
				Tensor loss = mse_loss(readout.forward(recurrent.apply(x)), y);
				loss.backward();
				optimizer.step();
				loss.item_float();
			}
		});
		Arrays.sort(times);
		System.out.printf(Locale.ROOT,
				"{\"threads\": 1, \"cases\": [{\"library\": \"torch %s (libtorch)\", \"cell\": \"%s\", \"hidden\": %d, \"batch\": %d, \"steps\": %d, \"median_ms\": %.4f, \"minimum_ms\": %.4f, \"maximum_ms\": %.4f, \"repetitions\": %d}]}%n",
				version(), cell, hidden, batch, steps, times[times.length / 2], times[0], times[times.length - 1], times.length);
	}

	private static UnaryOperator<Tensor> recurrent(String cell, int hidden, int batch, int steps, List<Module> modules) {
		switch (cell) {
		case "vanilla" -> {
			RNNImpl network = new RNNImpl(INPUTS, hidden);
			modules.add(network);
			return x -> network.forward(x).get0();
		}
		case "gru" -> {
			GRUImpl network = new GRUImpl(INPUTS, hidden);
			modules.add(network);
			return x -> network.forward(x).get0();
		}
		case "lstm" -> {
			LSTMImpl network = new LSTMImpl(INPUTS, hidden);
			modules.add(network);
			return x -> network.forward(x).get0();
		}
		case "ugrnn" -> {
			LinearImpl input = new LinearImpl(INPUTS, 2L * hidden);
			LinearImpl recurrent = new LinearImpl(hidden, 2L * hidden);
			modules.addAll(List.of(input, recurrent));
			return x -> updateGateNetwork(x, input, recurrent, hidden, batch, steps);
		}
		default -> throw new IllegalArgumentException("no such cell: " + cell);
		}
	}

	/** PyTorch has no UGRNN: the natural way to write one, with the input projected for all steps at once. */
	private static Tensor updateGateNetwork(Tensor x, LinearImpl input, LinearImpl recurrent, int hidden, int batch,
			int steps) {
		Tensor driven = input.forward(x);
		Tensor h = x.new_zeros(batch, hidden);
		TensorVector states = new TensorVector();
		for (int t = 0; t < steps; t++) {
			TensorVector parts = driven.select(0, t).add(recurrent.forward(h)).chunk(2, 1);
			Tensor gate = sigmoid(parts.get(0));
			Tensor candidate = tanh(parts.get(1));
			// g h + (1 - g) c
			h = candidate.add(gate.mul(h.sub(candidate)));
			states.push_back(h);
		}
		return stack(states);
	}

	private static double[] measure(Runnable step) {
		for (int i = 0; i < WARM_UP; i++) {
			step.run();
		}
		List<Double> times = new ArrayList<>();
		long end = System.nanoTime() + (long) (SECONDS * 1e9);
		while (times.size() < AT_LEAST || System.nanoTime() < end) {
			long start = System.nanoTime();
			step.run();
			times.add((System.nanoTime() - start) / 1e6);
		}
		return times.stream().mapToDouble(Double::doubleValue).toArray();
	}

	private static String version() throws IOException {
		return Loader.getVersion("org.bytedeco", "pytorch").split("-", 2)[0];
	}
}

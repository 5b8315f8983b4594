package org.nullcline.architectures.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.Objective;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.runs.SafeTensors;
import org.nullcline.trainer.BackpropagationThroughTime;

/**
 * The same weights and trials as in PyTorch give the same outputs, gradients and learning curve; parity.txt describes the
 * reference files.
 */
class ParityTest {

	private static final int UNITS = 12;
	private static final int INPUTS = 3;
	private static final int OUTPUTS = 2;
	private static final int UPDATES = 100;
	private static final double LEARNING_RATE = 2e-3;

	@TempDir
	Path folder;

	/** L = mean (y - y*)^2. */
	private static final Objective MEAN_SQUARED_ERROR = (outputs, trials, random, gradient) -> {
		double[] found = NativeArrays.values(outputs);
		double[] wanted = NativeArrays.values(trials.targets());
		double[] slopes = new double[found.length];
		double sum = 0;
		for (int i = 0; i < found.length; i++) {
			sum += (found[i] - wanted[i]) * (found[i] - wanted[i]) / found.length;
			slopes[i] = 2 * (found[i] - wanted[i]) / found.length;
		}
		gradient.assign(NativeArrays.of(slopes, gradient.shape()));
		return sum;
	};

	static Stream<Arguments> cases() {
		Map<String, Cell> cells = new LinkedHashMap<>();
		cells.put("vanilla-tanh", new VanillaCell(INPUTS, UNITS, CellOptions.DEFAULT));
		cells.put("vanilla-relu", new VanillaCell(INPUTS, UNITS,
				new CellOptions(Nonlinearity.RELU, true, 1, RecurrentInitialization.ORTHOGONAL, 0.9, 1, 0)));
		cells.put("ugrnn", new UgrnnCell(INPUTS, UNITS, CellOptions.DEFAULT, 1));
		cells.put("gru", new GruCell(INPUTS, UNITS, CellOptions.DEFAULT, true, 1));
		cells.put("lstm", new LstmCell(INPUTS, UNITS, CellOptions.DEFAULT, 1));
		return cells.entrySet().stream().flatMap(entry -> Stream.of(Precision.values())
				.map(precision -> Arguments.of(entry.getKey(), entry.getValue(), precision)));
	}

	private Map<String, INDArray> reference(String name) throws IOException {
		Path file = folder.resolve("parity.safetensors");
		try (InputStream resource = getClass().getResourceAsStream("parity-" + name + ".safetensors")) {
			Files.copy(resource, file);
		}
		return SafeTensors.read(file).tensors();
	}

	private static Network initial(Cell cell, Map<String, INDArray> reference) {
		Map<String, INDArray> arrays = new LinkedHashMap<>();
		for (WeightDeclaration declaration : Network.declarations(cell, OUTPUTS)) {
			arrays.put(declaration.name(), reference.get("initial." + declaration.name()));
		}
		return Network.of(cell, OUTPUTS, arrays);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void outputsGradientsAndLearningAgreeWithPyTorch(String name, Cell cell, Precision precision) throws IOException {
		boolean single = precision == Precision.SINGLE;
		Map<String, INDArray> reference = reference(name);
		String kind = single ? "float32." : "float64.";
		Network network = initial(cell, reference);
		TrialBatch trials = new TrialBatch(NativeArrays.dense(reference.get("inputs")),
				NativeArrays.dense(reference.get("targets")));
		Weights gradient = network.weights().zerosLike();
		Weights mean = network.weights().zerosLike();
		Weights square = network.weights().zerosLike();
		double[] losses = NativeArrays.values(reference.get(kind + "losses"));
		INDArray[] outputs = new INDArray[1];
		Objective watched = (found, batch, random, slopes) -> {
			outputs[0] = found.dup();
			return MEAN_SQUARED_ERROR.evaluate(found, batch, random, slopes);
		};
		try (BackpropagationThroughTime engine = new BackpropagationThroughTime(network, trials.steps(), trials.trials(),
				precision)) {
			for (int update = 0; update <= UPDATES; update++) {
				double loss = engine.evaluate(watched, trials, RandomStreams.of(1).stream("none"), gradient);
				assertEquals(losses[update], loss, losses[update] * (single ? 1e-5 : 1e-11), "loss before update " + update);
				if (update == 0) {
					assertAgree(reference.get(kind + "outputs"), outputs[0], single ? 1e-5 : 1e-12, "outputs");
					gradient.arrays().forEach((array, found) -> {
						INDArray expected = reference.get(kind + "gradient." + array);
						assertAgree(expected, found, expected.amaxNumber().doubleValue() * (single ? 1e-4 : 1e-10),
								"gradient of " + array);
					});
				}
				if (update < UPDATES) {
					adam(network.weights(), gradient, mean, square, update + 1);
				}
			}
		}
		network.weights().arrays().forEach((array, found) -> assertAgree(reference.get(kind + "final." + array), found,
				single ? 2e-4 : 1e-9, "final " + array));
		assertTrue(losses[UPDATES] < 0.9 * losses[0], "the reference learns");
	}

	private static void adam(Weights weights, Weights gradient, Weights mean, Weights square, int step) {
		weights.arrays().forEach((name, array) -> {
			double[] w = NativeArrays.values(array);
			double[] g = NativeArrays.values(gradient.get(name));
			double[] m = NativeArrays.values(mean.get(name));
			double[] v = NativeArrays.values(square.get(name));
			for (int i = 0; i < w.length; i++) {
				m[i] = 0.9 * m[i] + 0.1 * g[i];
				v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
				w[i] -= LEARNING_RATE * (m[i] / (1 - Math.pow(0.9, step)))
						/ (Math.sqrt(v[i] / (1 - Math.pow(0.999, step))) + 1e-8);
			}
			array.assign(NativeArrays.of(w, array.shape()));
			mean.get(name).assign(NativeArrays.of(m, array.shape()));
			square.get(name).assign(NativeArrays.of(v, array.shape()));
		});
	}

	private static void assertAgree(INDArray expected, INDArray found, double tolerance, String what) {
		double[] wanted = NativeArrays.values(expected);
		double[] values = NativeArrays.values(found);
		assertEquals(wanted.length, values.length, what);
		for (int i = 0; i < wanted.length; i++) {
			assertEquals(wanted[i], values[i], tolerance, what + "[" + i + "]");
		}
	}
}

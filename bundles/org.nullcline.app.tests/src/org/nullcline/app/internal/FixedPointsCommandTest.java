package org.nullcline.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nullcline.app.internal.Invocation.nullcline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.runs.SafeTensors;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** {@code analyze fixed-points} on files with networks whose fixed points are known. */
class FixedPointsCommandTest {

	private static final double MEMORY = 0.957504024077;

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "1,1", "2,1", "3,1", "4,1", "1,8", "2,5", "3,4", "4,3" })
	void independentBitsHaveThePointsOfACube(int bits, int copies) throws IOException {
		Invocation answer = nullcline("analyze", "fixed-points", "--network", flipFlop(bits, copies), "--json");
		assertEquals(0, answer.code(), answer.err());
		Map<Integer, Integer> counts = new TreeMap<>();
		for (var element : answer.json().getAsJsonArray("points")) {
			JsonObject point = element.getAsJsonObject();
			assertTrue(point.get("exact").getAsBoolean() && point.get("q").getAsDouble() <= 1e-20, point.toString());
			counts.merge(point.get("index").getAsInt(), 1, Integer::sum);
			JsonArray state = point.getAsJsonArray("state");
			JsonArray eigenvalues = point.getAsJsonArray("eigenvalues");
			assertEquals(bits * copies, state.size());
			assertEquals(bits * copies, eigenvalues.size());
			int zeros = 0;
			for (int i = 0; i < state.size(); i++) {
				double value = state.get(i).getAsDouble();
				zeros += Math.abs(value) < 0.5 ? 1 : 0;
				assertEquals(Math.abs(value) < 0.5 ? 0 : Math.signum(value) * MEMORY, value, 1e-9);
			}
			assertEquals(zeros / copies, point.get("index").getAsInt());
			for (int k = 0; k < bits * copies; k++) {
				double expected = k < zeros / copies ? 2 : k < bits ? 0.166372087752 : 0;
				assertEquals(expected, eigenvalues.get(k).getAsJsonArray().get(0).getAsDouble(), 1e-7);
				assertEquals(0, eigenvalues.get(k).getAsJsonArray().get(1).getAsDouble(), 1e-7);
			}
		}
		Map<Integer, Integer> expected = new TreeMap<>();
		int binomial = 1;
		for (int k = 0; k <= bits; k++) {
			expected.put(k, binomial << (bits - k));
			binomial = binomial * (bits - k) / (k + 1);
		}
		assertEquals(expected, counts);
	}

	@Test
	void parametersAreOptions() throws IOException {
		Path network = flipFlop(3, 1);
		Invocation pulses = nullcline("analyze", "fixed-points", "--network", network, "--inputs", "0,0,1;-1,0,1", "--seeds=100",
				"--json");
		assertEquals(0, pulses.code(), pulses.err());
		Map<String, Integer> counts = new TreeMap<>();
		pulses.json().getAsJsonArray("points")
				.forEach(point -> counts.merge(point.getAsJsonObject().get("input").toString(), 1, Integer::sum));
		assertEquals(Map.of("[0.0,0.0,1.0]", 9, "[-1.0,0.0,1.0]", 3), counts);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "--frobnicate 3 | no such option, and no such parameter of the analysis 'fixed-points'",
			"--seeds | --seeds: needs a value", "--seeds 3 --seeds 4 | given twice", "--seeds 3 --set seeds=4 | given twice",
			"--seeds none | parameter 'seeds'", "further | expected an option",
			"--inputs 1,2 | inputs '1,2': '1,2' has 2 values", "--inputs x | 'x' is not a finite number",
			"--slow-tolerance 1e-18 --exact-tolerance 1e-12 | below the fixed point tolerance" })
	void badOptionsAreNamed(String options, String message) throws IOException {
		String network = flipFlop(1, 1).toString();
		Invocation answer = nullcline((Object[]) ("analyze fixed-points --network " + network + " " + options).split(" "));
		assertEquals(2, answer.code(), answer.err());
		assertTrue(answer.err().contains(message), answer.err());
	}

	/** Bits that do not see each other: h' = tanh(2 h + 4 x), each held by copies of one unit with the weight shared among them. */
	private Path flipFlop(int bits, int copies) throws IOException {
		int units = bits * copies;
		double[] recurrent = new double[units * units];
		double[] input = new double[units * bits];
		double[] readout = new double[bits * units];
		for (int i = 0; i < units; i++) {
			for (int j = 0; j < units; j++) {
				recurrent[i * units + j] = i / copies == j / copies ? 2.0 / copies : 0;
			}
			input[i * bits + i / copies] = 4;
			readout[i / copies * units + i] = 1 / MEMORY / copies;
		}
		Map<String, INDArray> arrays = new LinkedHashMap<>();
		arrays.put("weight_ih_l0", NativeArrays.of(input, units, bits));
		arrays.put("weight_hh_l0", NativeArrays.of(recurrent, units, units));
		arrays.put("bias_ih_l0", NativeArrays.zeros(units));
		arrays.put("bias_hh_l0", NativeArrays.zeros(units));
		arrays.put("readout.weight", NativeArrays.of(readout, bits, units));
		arrays.put("readout.bias", NativeArrays.zeros(bits));
		arrays.put("initial_state", NativeArrays.zeros(units));
		Path file = folder.resolve("bits.safetensors");
		new SafeTensors(Map.of("architecture", "vanilla", "inputs", Integer.toString(bits), "units", Integer.toString(units),
				"outputs", Integer.toString(bits)), arrays).write(file);
		return file;
	}
}

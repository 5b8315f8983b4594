package org.nullcline.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nullcline.app.internal.Invocation.nullcline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.runs.SafeTensors;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The numbers of hidden units mean nothing: permuted units have permuted fixed points, and nothing else changes. */
class PermutedUnitsTest {

	private static final int UNITS = 6;
	private static final int[] ORDER = { 4, 2, 5, 0, 3, 1 };
	private static final int[] NATURAL = { 0, 1, 2, 3, 4, 5 };

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "gru,3,1", "lstm,4,2" })
	void fixedPointsArePermuted(String architecture, int blocks, int parts) throws IOException {
		List<JsonObject> first = points(network(architecture, blocks, parts, NATURAL));
		List<JsonObject> second = points(network(architecture, blocks, parts, ORDER));
		assertTrue(first.size() > 1, first.size() + " points tell little");
		assertEquals(first.size(), second.size());
		for (int i = 0; i < first.size(); i++) {
			for (String name : List.of("condition", "index", "outlier")) {
				assertEquals(first.get(i).get(name), second.get(i).get(name), name + " of point " + i);
			}
			JsonArray expected = first.get(i).getAsJsonArray("state");
			JsonArray found = second.get(i).getAsJsonArray("state");
			for (int part = 0; part < parts; part++) {
				for (int unit = 0; unit < UNITS; unit++) {
					assertEquals(expected.get(part * UNITS + ORDER[unit]).getAsDouble(), found.get(part * UNITS + unit).getAsDouble(),
							1e-7, "point " + i);
				}
			}
		}
	}

	private static List<JsonObject> points(Path network) {
		Invocation answer = nullcline("analyze", "fixed-points", "--network", network, "--inputs", "0,0;1,-0.5", "--seeds", "128",
				"--json");
		assertEquals(0, answer.code(), answer.err());
		List<JsonObject> points = new ArrayList<>();
		// Slow points depend on where descent happens to stop.
		answer.json().getAsJsonArray("points").asList().stream().map(JsonElement::getAsJsonObject)
				.filter(point -> point.get("exact").getAsBoolean()).forEach(points::add);
		return points;
	}

	/** One network with random weights; unit i of the file is its unit order[i]. */
	private Path network(String architecture, int blocks, int parts, int[] order) throws IOException {
		RandomStream random = RandomStreams.of(5).stream(architecture);
		double[][] input = gaussian(random, blocks * UNITS, 2, 1);
		double[][] recurrent = gaussian(random, blocks * UNITS, UNITS, 2 / Math.sqrt(UNITS));
		double[][] bias = gaussian(random, 1, blocks * UNITS, 0.3);
		double[][] readout = gaussian(random, 1, UNITS, 1);
		double[] ih = new double[blocks * UNITS * 2];
		double[] hh = new double[blocks * UNITS * UNITS];
		double[] b = new double[blocks * UNITS];
		double[] out = new double[UNITS];
		for (int block = 0; block < blocks; block++) {
			for (int i = 0; i < UNITS; i++) {
				int row = block * UNITS + i;
				int source = block * UNITS + order[i];
				b[row] = bias[0][source];
				System.arraycopy(input[source], 0, ih, 2 * row, 2);
				for (int j = 0; j < UNITS; j++) {
					hh[row * UNITS + j] = recurrent[source][order[j]];
				}
			}
		}
		for (int i = 0; i < UNITS; i++) {
			out[i] = readout[0][order[i]];
		}
		Map<String, INDArray> arrays = new LinkedHashMap<>();
		arrays.put("weight_ih_l0", NativeArrays.of(ih, blocks * UNITS, 2));
		arrays.put("weight_hh_l0", NativeArrays.of(hh, blocks * UNITS, UNITS));
		arrays.put("bias_ih_l0", NativeArrays.of(b, blocks * UNITS));
		arrays.put("bias_hh_l0", NativeArrays.zeros(blocks * UNITS));
		arrays.put("readout.weight", NativeArrays.of(out, 1, UNITS));
		arrays.put("readout.bias", NativeArrays.zeros(1));
		arrays.put("initial_state", NativeArrays.zeros(parts * UNITS));
		Path file = folder.resolve(architecture + order[0] + ".safetensors");
		new SafeTensors(Map.of("architecture", architecture, "inputs", "2", "units", Integer.toString(UNITS), "outputs", "1"), arrays)
				.write(file);
		return file;
	}

	private static double[][] gaussian(RandomStream random, int rows, int columns, double scale) {
		double[][] values = new double[rows][columns];
		for (double[] row : values) {
			for (int k = 0; k < columns; k++) {
				row[k] = scale * random.nextGaussian();
			}
		}
		return values;
	}
}

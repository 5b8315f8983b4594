package org.nullcline.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nullcline.app.internal.Invocation.nullcline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.runs.ArrayFiles;
import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.NumpyArchives;
import org.nullcline.runs.NumpyFiles;
import org.nullcline.runs.SafeTensors;

import com.google.gson.JsonObject;

/**
 * Networks that PyTorch trained, and weights in Keras's layout, behave here as they do there. The files are made by
 * {@code releng/benchmarks/reference_networks.py}.
 */
class ForeignNetworksTest {

	@TempDir
	Path folder;

	@TempDir
	Path resources;

	@ParameterizedTest
	@ValueSource(strings = { "vanilla", "gru", "lstm" })
	void networksOfPyTorchHaveTheStatesThatPyTorchComputes(String cell) throws IOException {
		Map<String, INDArray> expected = ArrayFiles.read(resource("torch-" + cell + "-states.safetensors"));
		Path network = imported("torch-" + cell + ".safetensors", cell);
		Invocation rollout = rollout(network, expected.get("inputs"), "--outputs", folder.resolve("y.npy"));
		assertEquals(0, rollout.code(), rollout.err());
		INDArray states = NumpyFiles.read(folder.resolve("states.npy"));
		assertArrayEquals(expected.get("states").shape(), hidden(states, expected.get("states").size(2)).shape());
		assertNear(expected.get("states"), hidden(states, expected.get("states").size(2)), 1e-5);
		assertNear(expected.get("outputs"), NumpyFiles.read(folder.resolve("y.npy")), 1e-5);
	}

	@ParameterizedTest
	@CsvSource({ "vanilla,vanilla", "gru,gru", "gru-reset-before,gru", "lstm,lstm" })
	void weightsInTheLayoutOfKerasHaveTheStatesOfItsEquations(String name, String cell) throws IOException {
		Map<String, INDArray> expected = ArrayFiles.read(resource("keras-states.npz"));
		Path network = imported("keras-" + name + ".npz", cell);
		Invocation rollout = rollout(network, expected.get(name + ".inputs"), "--outputs", folder.resolve("y.npy"));
		assertEquals(0, rollout.code(), rollout.err());
		assertNear(expected.get(name + ".states"), NumpyFiles.read(folder.resolve("states.npy")), 1e-12);
		assertNear(expected.get(name + ".outputs"), NumpyFiles.read(folder.resolve("y.npy")), 1e-12);
	}

	@Test
	void theVariantOfAGruIsRecordedAndSaid() throws IOException {
		Path file = resource("torch-gru.safetensors");
		Path network = folder.resolve("network.safetensors");
		Invocation assumed = nullcline("import", file, "--cell", "gru", "--out", network);
		assertTrue(assumed.out().contains("variant = reset-after, assumed; --variant for one of the others: reset-before"),
				assumed.out());
		assertEquals("reset-after", variant(network));
		assertEquals("torch-gru.safetensors", SafeTensors.read(network).metadata().get("imported.from"));
		assertFalse(SafeTensors.read(network).metadata().containsKey("task"));
		Invocation given = nullcline("import", file, "--cell", "gru", "--variant", "reset-before", "--out", network, "--force");
		assertFalse(given.out().contains("variant"), given.out());
		assertEquals("reset-before", variant(network));
		nullcline("import", resource("keras-gru-reset-before.npz"), "--cell", "gru", "--out", network, "--force");
		assertEquals("reset-before", variant(network));
		Invocation contradiction = nullcline("import", resource("keras-gru.npz"), "--cell", "gru", "--variant", "reset-before",
				"--out", network, "--force");
		assertEquals(2, contradiction.code());
		assertTrue(contradiction.err().contains("reset_after=True; --variant reset-before contradicts it"), contradiction.err());
	}

	@ParameterizedTest
	@ValueSource(strings = { "vanilla", "gru" })
	void anImportedNetworkIsAnalysedLikeATrainedOne(String cell) throws IOException {
		Path network = imported("torch-" + cell + ".safetensors", cell);
		Invocation points = nullcline("analyze", "fixed-points", "--network", network, "--task", "flip-flop", "--set", "seeds=200",
				"--out", folder.resolve("points"), "--json");
		assertEquals(0, points.code(), points.err());
		assertTrue(points.json().getAsJsonObject("values").get("stable_fixed_points").getAsInt() >= 8, points.out());
		assertEquals("reproduced",
				points.json().getAsJsonArray("findings").get(0).getAsJsonObject().get("verdict").getAsString().toLowerCase(),
				points.out());
		Invocation withoutTask = nullcline("analyze", "fixed-points", "--network", network, "--set", "seeds=50", "--out",
				folder.resolve("without"));
		assertEquals(0, withoutTask.code(), withoutTask.err());

		Invocation missing = nullcline("analyze", "state-space", "--network", network, "--out", folder.resolve("a"));
		assertEquals(3, missing.code());
		assertTrue(missing.err().contains("needs the task of the network; name one with --task"), missing.err());
		Invocation named = nullcline("analyze", "state-space", "--network", network, "--task", "flip-flop", "--set",
				"task.steps=20", "--set", "trials=8", "--out", folder.resolve("a"));
		assertEquals(0, named.code(), named.err());
		Invocation unfit = nullcline("analyze", "state-space", "--network", network, "--task", "flip-flop", "--set",
				"task.bits=2", "--out", folder.resolve("b"));
		assertEquals(2, unfit.code());
		assertTrue(unfit.err().contains("has 3 inputs and 3 outputs, the task 'flip-flop' needs 2 and 2"), unfit.err());
		assertFalse(Files.exists(folder.resolve("b")));
	}

	@Test
	void aTaskGivenAtTheImportIsRecorded() throws IOException {
		Path network = folder.resolve("network.safetensors");
		Invocation imported = nullcline("import", resource("torch-gru.safetensors"), "--cell", "gru", "--task", "flip-flop",
				"--set", "task.steps=20", "--out", network);
		assertEquals(0, imported.code(), imported.err());
		assertEquals("flip-flop", SafeTensors.read(network).metadata().get("task"));
		Invocation analysed = nullcline("analyze", "state-space", "--network", network, "--set", "trials=8", "--out",
				folder.resolve("a"));
		assertEquals(0, analysed.code(), analysed.err());
	}

	@Test
	void whatIsExportedIsImportedBitByBit() throws IOException {
		Path network = imported("torch-gru.safetensors", "gru");
		Map<String, INDArray> original = SafeTensors.read(network).tensors();
		for (String format : List.of("safetensors", "npz")) {
			// The weights are those of a file in single precision, so that neither precision changes them.
			for (String precision : List.of("float32", "float64")) {
				Path exported = folder.resolve(precision + "." + format);
				Invocation export = nullcline("export", network, "--format", format, "--precision", precision, "--out", exported,
						"--json");
				assertEquals(0, export.code(), export.err());
				assertEquals("gru", export.json().get("architecture").getAsString());
				Path again = folder.resolve(precision + "-" + format + "-again.safetensors");
				assertEquals(0, nullcline("import", exported, "--cell", "gru", "--out", again).code());
				Map<String, INDArray> read = SafeTensors.read(again).tensors();
				assertEquals(original.keySet(), read.keySet());
				original.forEach((name, array) -> assertArrayEquals(NativeArrays.values(array), NativeArrays.values(read.get(name))));
			}
		}
		assertEquals(2, nullcline("export", network, "--format", "npz", "--out", folder.resolve("float32.npz")).code());
		assertEquals(2, nullcline("export", network, "--format", "pickle", "--out", folder.resolve("a.pkl")).code());
		assertEquals(2, nullcline("export", folder, "--format", "npz", "--out", folder.resolve("b.npz")).code());
	}

	@Test
	void aRunFolderIsANetwork() throws IOException {
		Path run = folder.resolve("gru-24-seed-0");
		Files.createDirectories(run);
		Files.writeString(run.resolve("run.json"), "{}");
		Invocation unfinished = nullcline("export", run, "--format", "npz", "--out", folder.resolve("a.npz"));
		assertEquals(2, unfinished.code(), unfinished.err());
		nullcline("import", resource("torch-gru.safetensors"), "--cell", "gru", "--out", run.resolve("weights.safetensors"));
		Invocation export = nullcline("export", run, "--format", "npz", "--out", folder.resolve("a.npz"));
		assertEquals(0, export.code(), export.err());
		assertEquals(7, ArrayFiles.read(folder.resolve("a.npz")).size());
		Invocation rollout = rollout(run, NativeArrays.zeros(2, 5, 3));
		assertEquals(0, rollout.code(), rollout.err());
		assertTrue(rollout.out().startsWith("gru-24-seed-0: 2 trials of 5 steps"), rollout.out());
	}

	@Test
	void arraysWithOtherNamesAreMapped() throws IOException {
		Map<String, INDArray> arrays = new LinkedHashMap<>();
		arrays.put("W_in", NativeArrays.of(new double[] { 1, 2, 3, 4, 5, 6 }, 2, 3));
		arrays.put("W_rec", NativeArrays.of(new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, 3, 3));
		arrays.put("W_out", NativeArrays.of(new double[] { 1, 0, -1 }, 1, 3));
		arrays.put("h0", NativeArrays.of(new double[] { 0.1, 0.2, 0.3 }, 1, 1, 3));
		arrays.put("noise_scale", NativeArrays.of(new double[] { 1 }, 1));
		Path file = folder.resolve("mine.npz");
		NumpyArchives.write(file, arrays, Precision.DOUBLE);
		Path network = folder.resolve("network.safetensors");
		Invocation imported = nullcline("import", file, "--cell", "vanilla", "--map", "weight_ih_l0=W_in.T", "--map",
				"weight_hh_l0=W_rec:transpose", "--map", "readout.weight=W_out", "--map", "initial_state=h0", "--out", network);
		assertEquals(0, imported.code(), imported.err());
		assertTrue(imported.err().contains("Warning: " + file + ": not used: noise_scale [1]"), imported.err());
		Map<String, INDArray> read = SafeTensors.read(network).tensors();
		assertArrayEquals(new double[] { 1, 4, 2, 5, 3, 6 }, NativeArrays.values(read.get("weight_ih_l0")));
		assertArrayEquals(new double[] { 1, 4, 7, 2, 5, 8, 3, 6, 9 }, NativeArrays.values(read.get("weight_hh_l0")));
		assertArrayEquals(new double[] { 0.1, 0.2, 0.3 }, NativeArrays.values(read.get("initial_state")));
		read.forEach((name, array) -> {
			if (name.contains("bias")) {
				assertTrue(Arrays.stream(NativeArrays.values(array)).allMatch(value -> value == 0), name);
			}
		});
		assertEquals(2, nullcline("import", file, "--cell", "vanilla", "--map", "weight_ih_l0=W_in", "--map",
				"weight_hh_l0=W_rec", "--map", "readout.weight=W_out", "--out", network, "--force").code());
	}

	@Test
	void namesOfCellsAndPrefixesAreRecognised() throws IOException {
		Map<String, INDArray> arrays = new LinkedHashMap<>();
		for (String prefix : List.of("encoder.", "decoder.")) {
			arrays.put(prefix + "weight_ih", NativeArrays.zeros(6, 1));
			arrays.put(prefix + "weight_hh", NativeArrays.zeros(6, 2));
			arrays.put(prefix + "bias_ih", NativeArrays.of(new double[] { 1, 2, 3, 4, 5, 6 }, 6));
		}
		arrays.put("out.weight", NativeArrays.of(new double[] { 7, 8 }, 1, 2));
		Path file = folder.resolve("two.safetensors");
		new SafeTensors(Map.of(), arrays).write(file);
		Path network = folder.resolve("network.safetensors");
		Invocation several = nullcline("import", file, "--cell", "gru", "--out", network);
		assertEquals(2, several.code());
		assertTrue(several.err().contains("several recurrent layers: 'encoder', 'decoder'; choose one with --prefix"),
				several.err());
		assertFalse(Files.exists(network));
		Invocation chosen = nullcline("import", file, "--cell", "gru", "--prefix", "decoder", "--out", network, "--json");
		assertEquals(0, chosen.code(), chosen.err());
		JsonObject sources = chosen.json().getAsJsonObject("arrays");
		assertEquals("decoder.weight_hh", sources.get("weight_hh_l0").getAsString());
		assertEquals("zeros", sources.get("bias_hh_l0").getAsString());
		assertEquals("out.weight", sources.get("readout.weight").getAsString());
		assertTrue(chosen.json().getAsJsonArray("warnings").toString().contains("encoder.weight_ih"), chosen.out());
	}

	@Test
	void aReadoutIsNeverMadeUp() throws IOException {
		Map<String, INDArray> arrays = new LinkedHashMap<>();
		arrays.put("weight_ih_l0", NativeArrays.zeros(2, 1));
		arrays.put("weight_hh_l0", NativeArrays.zeros(2, 2));
		Path file = folder.resolve("a.npz");
		NumpyArchives.write(file, arrays, Precision.DOUBLE);
		Path network = folder.resolve("network.safetensors");
		Invocation none = nullcline("import", file, "--cell", "vanilla", "--out", network);
		assertEquals(2, none.code());
		assertTrue(none.err().contains("has no readout") && none.err().contains("--readout identity"), none.err());
		Invocation identity = nullcline("import", file, "--cell", "vanilla", "--readout", "identity", "--out", network);
		assertEquals(0, identity.code(), identity.err());
		assertTrue(identity.out().contains("2 outputs") && identity.out().contains("readout: identity"), identity.out());
		assertArrayEquals(new double[] { 1, 0, 0, 1 },
				NativeArrays.values(SafeTensors.read(network).tensors().get("readout.weight")));
		arrays.put("a.weight", NativeArrays.zeros(3, 2));
		arrays.put("b.weight", NativeArrays.zeros(1, 2));
		NumpyArchives.write(file, arrays, Precision.DOUBLE);
		Invocation two = nullcline("import", file, "--cell", "vanilla", "--out", network, "--force");
		assertEquals(2, two.code());
		assertTrue(two.err().contains("several linear layers that could be the readout: a.weight, b.weight"), two.err());
		assertEquals(0, nullcline("import", file, "--cell", "vanilla", "--map", "readout.weight=b.weight", "--out", network,
				"--force").code());
	}

	@Test
	void arraysThatDoNotFitAreNamed() throws IOException {
		Map<String, INDArray> gru = new LinkedHashMap<>(ArrayFiles.read(resource("torch-gru.safetensors")));
		assertImportFails(gru, "vanilla",
				"rnn.weight_ih_l0' (weight_ih_l0): expected shape [24, 3]", "found [72, 3]", "--cell gru");
		assertImportFails(with(gru, "rnn.weight_ih_l0", NativeArrays.zeros(3, 72)), "gru", "expected shape [72, 72]");
		assertImportFails(with(gru, "rnn.bias_ih_l0", NativeArrays.zeros(71)), "gru", "'rnn.bias_ih_l0'", "expected shape [72]",
				"found [71]");
		assertImportFails(with(gru, "fc.bias", NativeArrays.zeros(2)), "gru", "'fc.bias'", "expected shape [3]", "found [2]");
		assertImportFails(with(gru, "rnn.weight_hh_l0", NativeArrays.zeros(72)), "gru", "expected two dimensions");
		INDArray infected = NativeArrays.of(new double[] { 1, Double.NaN, 3 }, 3);
		assertImportFails(with(gru, "fc.bias", infected), "gru", "'fc.bias' holds NaN", "finite weights");
		assertImportFails(with(gru, "rnn.weight_hh_l0_reverse", NativeArrays.zeros(72, 24)), "gru", "bidirectional");
		assertImportFails(with(gru, "rnn.weight_hr_l0", NativeArrays.zeros(72, 24)), "gru", "projections");
		Map<String, INDArray> incomplete = new LinkedHashMap<>(gru);
		incomplete.remove("rnn.weight_ih_l0");
		assertImportFails(incomplete, "gru", "has no array 'weight_ih_l0'; name it with --map");
		assertImportFails(Map.of("a", NativeArrays.zeros(2)), "gru", "has no recurrent weights", "it holds a [2]");
		Map<String, INDArray> keras = ArrayFiles.read(resource("keras-gru.npz"));
		assertImportFails(keras, "vanilla",
				"'recurrent_kernel': expected shape [5, 5] of Keras's vanilla with 5 units, found [5, 15]");
		assertImportFails(with(keras, "bias", NativeArrays.zeros(3, 15)), "gru",
				"'bias': expected shape [2, 15]", "found [3, 15]");
	}

	@Test
	void badFilesEndWithTwoAndNothingIsWritten() throws IOException {
		byte[] good = Files.readAllBytes(resource("keras-gru.npz"));
		assertFileRefused(Files.write(folder.resolve("cut.npz"), Arrays.copyOf(good, good.length / 2)), "truncated zip archive");
		assertFileRefused(Files.write(folder.resolve("empty.npz"), new byte[0]), "does not begin as a file of NumPy does");
		assertFileRefused(Files.writeString(folder.resolve("text.safetensors"), "no weights at all"), "no safetensors file");
		assertFileRefused(Files.write(folder.resolve("p.pt"), new byte[] { (byte) 0x80, 2, 'c' }), "pickle");
		assertFileRefused(objectArchive(), "holds Python objects (pickle), which are never read");
		assertFileRefused(folder.resolve("none.npz"), "no such file");
		assertFileRefused(Files.createDirectory(folder.resolve("sub")), "is a folder without .npy files");
	}

	@Test
	void badOptionsEndWithTwoAndNothingIsWritten() throws IOException {
		Path file = resource("torch-gru.safetensors");
		Path out = folder.resolve("out.safetensors");
		Map<List<String>, String> cases = new LinkedHashMap<>();
		cases.put(List.of("--cell", "transformer"), "--cell transformer: no such architecture; there are gru");
		cases.put(List.of("--cell", "gru", "--variant", "sideways"), "parameter 'variant': 'sideways' is not one of");
		cases.put(List.of("--cell", "gru", "--set", "bogus=1"), "parameter 'bogus' does not exist");
		cases.put(List.of("--cell", "gru", "--set", "bogus"), "expected parameter=value");
		cases.put(List.of("--cell", "gru", "--layout", "jax"), "--layout jax: expected pytorch or keras");
		cases.put(List.of("--cell", "gru", "--layout", "keras"), "has no recurrent weights (recurrent_kernel)");
		cases.put(List.of("--cell", "gru", "--map", "weight"), "--map weight: expected OUR_NAME=THEIR_NAME");
		cases.put(List.of("--cell", "gru", "--map", "weight_hh_l0=W"), "has no array 'W'; there are");
		cases.put(List.of("--cell", "gru", "--map", "weight_xx=fc.bias"),
				"the network has no array 'weight_xx'; it has weight_ih_l0");
		cases.put(List.of("--cell", "gru", "--prefix", "lstm"), "has no recurrent layer 'lstm'; there are 'rnn'");
		cases.put(List.of("--cell", "gru", "--readout", "random"), "--readout random: expected identity");
		cases.put(List.of("--cell", "gru", "--task", "mnist"), "--task mnist: no such task; there are ");
		cases.put(List.of("--cell", "gru", "--task", "flip-flop", "--set", "task.bits=2"), "needs 2 and 2");
		cases.put(List.of("--cell", "gru", "--set", "task.bits=2"), "name the task with --task");
		cases.put(List.of(), "Missing required option: '--cell=C'");
		for (Map.Entry<List<String>, String> entry : cases.entrySet()) {
			Object[] arguments = Stream.concat(Stream.of("import", file, "--out", out), entry.getKey().stream()).toArray();
			Invocation failed = nullcline(arguments);
			assertEquals(2, failed.code(), entry + ": " + failed.err());
			assertTrue(failed.err().contains(entry.getValue()), failed.err());
			assertFalse(failed.err().contains("Exception"), failed.err());
			assertEquals("", failed.out());
			assertFalse(Files.exists(out), entry.toString());
		}
	}

	@Test
	void filesAreOverwrittenByForceAlone() throws IOException {
		Path file = resource("torch-gru.safetensors");
		Path out = Files.writeString(folder.resolve("precious.safetensors"), "precious");
		Invocation refused = nullcline("import", file, "--cell", "gru", "--out", out);
		assertEquals(2, refused.code());
		assertTrue(refused.err().contains("is not overwritten without --force"), refused.err());
		assertEquals("precious", Files.readString(out));
		assertEquals(0, nullcline("import", file, "--cell", "gru", "--out", out, "--force").code());
		assertEquals(2, nullcline("import", file, "--cell", "gru", "--out", folder, "--force").code());
		Invocation unwritable = nullcline("import", file, "--cell", "gru", "--out", "/proc/nullcline/a.safetensors");
		assertEquals(2, unwritable.code());
		assertTrue(unwritable.err().contains("cannot be written"), unwritable.err());
	}

	@Test
	void aFileWithoutItsDescriptionIsToBeImported() throws IOException {
		Invocation analysed = nullcline("analyze", "fixed-points", "--network", resource("torch-gru.safetensors"));
		assertEquals(2, analysed.code());
		assertTrue(analysed.err().contains("make a network of it with: nullcline import"), analysed.err());
		Invocation directory = nullcline("analyze", "fixed-points", "--network", folder);
		assertEquals(2, directory.code());
		assertTrue(directory.err().contains("is a folder"), directory.err());
	}

	@Test
	void noiseOnTheStateIsAddedAfterEachStep() throws Exception {
		Path network = imported("torch-vanilla.safetensors", "vanilla");
		INDArray inputs = NativeArrays.zeros(40, 30, 3);
		assertEquals(0, rollout(network, inputs, "--noise", "0.05", "--seed", "7").code());
		INDArray states = NumpyFiles.read(folder.resolve("states.npy"));
		Network loaded = NetworkFile.read(network, ContributionRegistry.read()).network();
		double sum = 0;
		double squares = 0;
		int count = 0;
		for (int t = 1; t < 30; t++) {
			INDArray before = NativeArrays.of(at(states, t - 1), 40, 32);
			double[] expected = NativeArrays.values(loaded.cell().step(loaded.weights(), NativeArrays.zeros(40, 3), before));
			double[] found = at(states, t);
			for (int i = 0; i < found.length; i++) {
				double noise = found[i] - expected[i];
				sum += noise;
				squares += noise * noise;
				count++;
			}
		}
		// Five standard errors.
		assertEquals(0, sum / count, 5 * 0.05 / Math.sqrt(count));
		assertEquals(0.05, Math.sqrt(squares / count), 5 * 0.05 / Math.sqrt(2.0 * count));

		assertEquals(0, rollout(network, inputs, "--noise", "0.05", "--seed", "7", "--force").code());
		assertArrayEquals(NativeArrays.values(states), NativeArrays.values(NumpyFiles.read(folder.resolve("states.npy"))));
		assertEquals(0, rollout(network, NativeArrays.zeros(30, 3), "--noise", "0.05", "--seed", "7", "--force").code());
		INDArray alone = NumpyFiles.read(folder.resolve("states.npy"));
		assertArrayEquals(new long[] { 1, 30, 32 }, alone.shape());
		assertArrayEquals(Arrays.copyOf(NativeArrays.values(states), 30 * 32), NativeArrays.values(alone), 1e-9);
		assertEquals(0, rollout(network, NativeArrays.zeros(30, 3), "--noise", "0.05", "--seed", "8", "--force").code());
		assertFalse(Arrays.equals(NativeArrays.values(alone), NativeArrays.values(NumpyFiles.read(folder.resolve("states.npy")))));
	}

	@Test
	void noiseOnTheInputsIsThatOfNoisyInputs() throws IOException {
		Path network = imported("torch-gru.safetensors", "gru");
		assertEquals(0, rollout(network, NativeArrays.zeros(3, 10, 3), "--input-noise", "0.5").code());
		INDArray noisy = NumpyFiles.read(folder.resolve("states.npy"));
		Invocation again = rollout(network, NativeArrays.zeros(3, 10, 3), "--input-noise", "0.5", "--seed", "1", "--force",
				"--json");
		assertEquals(0, again.code(), again.err());
		assertEquals(0.5, again.json().get("inputNoise").getAsDouble());
		assertEquals(24, again.json().getAsJsonObject("state").get("h").getAsInt());
		assertArrayEquals(NativeArrays.values(noisy), NativeArrays.values(NumpyFiles.read(folder.resolve("states.npy"))));
		double[] values = NativeArrays.values(noisy);
		assertFalse(Arrays.equals(Arrays.copyOf(values, 240), Arrays.copyOfRange(values, 240, 480)), "trials have the same noise");
	}

	@Test
	void badRolloutsEndWithTwoAndNothingIsWritten() throws IOException {
		Path network = imported("torch-gru.safetensors", "gru");
		Set<Path> before = files();
		assertRolloutFails(network, NativeArrays.zeros(2, 5, 4),
				"expected an array of shape [batch, time, 3] or [time, 3], found [2, 5, 4]");
		assertRolloutFails(network, NativeArrays.zeros(5), "found [5]");
		assertRolloutFails(network, NativeArrays.of(new double[] { 1, Double.NaN, 0 }, 1, 3), "holds NaN or infinite inputs");
		assertRolloutFails(network, NativeArrays.zeros(1, 5, 3), "--noise -1.0: expected a standard deviation", "--noise", "-1");
		assertRolloutFails(network, NativeArrays.zeros(1, 5, 3), "--input-noise NaN", "--input-noise", "NaN");
		assertRolloutFails(network, NativeArrays.zeros(1, 5, 3), "is the file for the states", "--outputs",
				folder.resolve("states.npy"));
		Invocation none = nullcline("rollout", "--network", folder.resolve("none.safetensors"), "--inputs", "x.npy", "--out",
				folder.resolve("states.npy"));
		assertEquals(2, none.code());
		assertTrue(none.err().contains("none.safetensors: no such file"), none.err());
		Invocation noInputs = nullcline("rollout", "--network", network, "--inputs", folder.resolve("none.npy"), "--out",
				folder.resolve("states.npy"));
		assertEquals(2, noInputs.code());
		assertTrue(noInputs.err().contains("none.npy: no such file"), noInputs.err());
		Files.delete(folder.resolve("x.npy"));
		assertEquals(before, files());
	}

	private void assertRolloutFails(Path network, INDArray inputs, String message, Object... more) throws IOException {
		Invocation failed = rollout(network, inputs, more);
		assertEquals(2, failed.code(), failed.err());
		assertTrue(failed.err().contains(message), failed.err());
	}

	private void assertImportFails(Map<String, INDArray> arrays, String cell, String... messages) throws IOException {
		Path file = folder.resolve("bad.npz");
		NumpyArchives.write(file, arrays, Precision.DOUBLE);
		Path out = folder.resolve("out.safetensors");
		Invocation failed = nullcline("import", file, "--cell", cell, "--out", out);
		assertEquals(2, failed.code(), failed.err());
		for (String message : messages) {
			assertTrue(failed.err().contains(message), failed.err());
		}
		assertEquals(1, failed.err().lines().count(), failed.err());
		assertTrue(failed.err().startsWith("nullcline: " + file), failed.err());
		assertFalse(Files.exists(out));
	}

	private void assertFileRefused(Path file, String message) throws IOException {
		Set<Path> before = files();
		Invocation failed = nullcline("import", file, "--cell", "gru", "--out", folder.resolve("out.safetensors"));
		assertEquals(2, failed.code(), failed.err());
		assertTrue(failed.err().contains(file.toString()) && failed.err().contains(message), failed.err());
		assertEquals(1, failed.err().lines().count(), failed.err());
		assertEquals("", failed.out());
		assertEquals(before, files());
	}

	/** numpy.savez(file, weight_hh_l0=numpy.array([{}], dtype=object)), but for the pickle. */
	private Path objectArchive() throws IOException {
		Path file = folder.resolve("objects.npz");
		NumpyArchives.write(file, Map.of("weight_hh_l0", NativeArrays.zeros(1)), Precision.DOUBLE);
		Path inner = folder.resolve("inner.npy");
		NumpyFiles.write(inner, NativeArrays.zeros(1));
		byte[] array = Files.readAllBytes(inner);
		int type = new String(array, StandardCharsets.ISO_8859_1).indexOf("'<f8', ");
		System.arraycopy("'|O', ".getBytes(StandardCharsets.ISO_8859_1), 0, array, type, 6);
		Files.delete(inner);
		try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
			zip.putNextEntry(new java.util.zip.ZipEntry("weight_hh_l0.npy"));
			zip.write(array);
		}
		return file;
	}

	private Set<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.collect(java.util.stream.Collectors.toSet());
		}
	}

	private static Map<String, INDArray> with(Map<String, INDArray> arrays, String name, INDArray array) {
		Map<String, INDArray> changed = new LinkedHashMap<>(arrays);
		changed.put(name, array);
		return changed;
	}

	private Path imported(String resource, String cell) throws IOException {
		Path network = folder.resolve("imported-" + cell + ".safetensors");
		Invocation imported = nullcline("import", resource(resource), "--cell", cell, "--out", network);
		assertEquals(0, imported.code(), imported.err());
		assertEquals("", imported.err());
		return network;
	}

	private Invocation rollout(Path network, INDArray inputs, Object... more) throws IOException {
		NumpyFiles.write(folder.resolve("x.npy"), inputs);
		return nullcline(Stream.concat(Stream.of("rollout", "--network", network, "--inputs", folder.resolve("x.npy"), "--out",
				folder.resolve("states.npy")), Stream.of(more)).toArray());
	}

	private static String variant(Path network) throws IOException {
		return com.google.gson.JsonParser.parseString(SafeTensors.read(network).metadata().get("architecture.parameters"))
				.getAsJsonObject().get("variant").getAsString();
	}

	/** The first values of each state, which the readout sees. */
	private static INDArray hidden(INDArray states, long units) {
		return states.get(org.nd4j.linalg.indexing.NDArrayIndex.all(), org.nd4j.linalg.indexing.NDArrayIndex.all(),
				org.nd4j.linalg.indexing.NDArrayIndex.interval(0, units)).dup('c');
	}

	/** All trials at a step, [trial * state]. */
	private static double[] at(INDArray states, int t) {
		return NativeArrays.values(states.get(org.nd4j.linalg.indexing.NDArrayIndex.all(),
				org.nd4j.linalg.indexing.NDArrayIndex.point(t), org.nd4j.linalg.indexing.NDArrayIndex.all()).dup('c'));
	}

	private static void assertNear(INDArray expected, INDArray found, double tolerance) {
		assertArrayEquals(expected.shape(), found.shape());
		assertArrayEquals(NativeArrays.values(expected), NativeArrays.values(found), tolerance);
	}

	private Path resource(String name) throws IOException {
		Path copy = resources.resolve(name);
		if (!Files.exists(copy)) {
			try (InputStream in = ForeignNetworksTest.class.getResourceAsStream(name)) {
				Files.copy(in, copy);
			}
		}
		return copy;
	}
}

package org.nullcline.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.runs.NumpyFiles;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** {@code similarity}: values of the closed form with correlations 1, cos 0.5 and 0, and what it says of bad files. */
class SimilarityCommandTest {

	@TempDir
	Path folder;

	private Path a;
	private Path b;
	private String out = "";
	private String err = "";

	@BeforeEach
	void write() throws IOException {
		double[] x = new double[600];
		double[] y = new double[600];
		for (int k = 0; k < 200; k++) {
			double t = 2 * Math.PI * k / 200;
			double[] first = { Math.cos(t), Math.sin(t), Math.cos(2 * t) };
			double[] second = { Math.cos(t) * Math.cos(0.5) + Math.cos(3 * t) * Math.sin(0.5), Math.sin(t), Math.sin(4 * t) };
			System.arraycopy(first, 0, x, 3 * k, 3);
			System.arraycopy(second, 0, y, 3 * k, 3);
		}
		a = folder.resolve("a.npy");
		b = folder.resolve("b.npy");
		NumpyFiles.write(a, NativeArrays.of(x, 200, 3));
		NumpyFiles.write(b, NativeArrays.of(y, 20, 10, 3));
	}

	@Test
	void closedForm() {
		assertEquals(0, similarity(a, b, "--json"), err);
		JsonObject answer = JsonParser.parseString(out).getAsJsonObject();
		assertEquals(0.374139146036, answer.get("distance").getAsDouble(), 1e-9);
		assertEquals("svcca", answer.get("measure").getAsString());
		assertEquals("10", answer.getAsJsonObject("parameters").get("components").getAsString());
		assertEquals(3, answer.getAsJsonArray("arrays").get(1).getAsJsonObject().get("directions").getAsInt());
		assertEquals(0, similarity(a, b, "--measure", "svcca", "--set", "components=1", "--set", "form=angular", "--json"), err);
		assertEquals(0, similarity(a, b, "--measure", "procrustes"), err);
		assertTrue(out.startsWith("procrustes: 0.894"), out);
	}

	@Test
	void badUsageIsNamed() throws IOException {
		assertFails("there is no distance 'cosine'; there are", a, b, "--measure", "cosine");
		assertFails("parameter 'components'", a, b, "--set", "components=0");
		assertFails("distance 'cka' > parameter 'components' does not exist", a, b, "--measure", "cka", "--set", "components=2");
		assertFails("nowhere.npy: no such file", a, folder.resolve("nowhere.npy"));
		Path text = Files.writeString(folder.resolve("text.npy"), "no array");
		assertFails("text.npy", a, text);
		Path vector = folder.resolve("vector.npy");
		NumpyFiles.write(vector, NativeArrays.of(new double[] { 1, 2, 3 }, 3));
		assertFails("vector.npy: expected an array of shape [sample, unit]", vector, b);
		Path few = folder.resolve("few.npy");
		NumpyFiles.write(few, NativeArrays.of(new double[] { 1, 2, 3, 5 }, 2, 2));
		assertFails("few.npy: has the shape [2, 2], but", a, few);
		Path constant = folder.resolve("constant.npy");
		NumpyFiles.write(constant, NativeArrays.zeros(200, 4));
		assertFails("constant.npy: the states are the same in every sample", a, constant);
		double[] broken = new double[400];
		broken[7] = Double.NaN;
		Path notFinite = folder.resolve("nan.npy");
		NumpyFiles.write(notFinite, NativeArrays.of(broken, 200, 2));
		assertFails("nan.npy: value 1 of sample 3 is NaN", notFinite, b);
	}

	private void assertFails(String message, Path first, Path second, String... more) {
		assertEquals(2, similarity(first, second, more));
		assertTrue(err.contains(message), err);
		assertFalse(err.contains("Exception"), err);
		assertEquals("", out);
	}

	private int similarity(Path first, Path second, String... more) {
		ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
		ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
		String[] arguments = new String[more.length + 3];
		arguments[0] = "similarity";
		arguments[1] = first.toString();
		arguments[2] = second.toString();
		System.arraycopy(more, 0, arguments, 3, more.length);
		int code = HeadlessApplication.execute(new Terminal(new PrintStream(outBytes, true, StandardCharsets.UTF_8),
				new PrintStream(errBytes, true, StandardCharsets.UTF_8)), arguments);
		out = outBytes.toString(StandardCharsets.UTF_8);
		err = errBytes.toString(StandardCharsets.UTF_8);
		return code;
	}
}

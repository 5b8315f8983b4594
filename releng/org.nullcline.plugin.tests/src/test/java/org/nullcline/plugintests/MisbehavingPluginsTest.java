package org.nullcline.plugintests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plug-ins that give arrays of wrong shapes or without numbers, take all memory, do not come back, or are made for another Java: what
 * is wrong is named with the plug-in, and the rest of the study comes to its end.
 */
class MisbehavingPluginsTest {

	private static final String STUDY = """
			<?xml version="1.0" encoding="UTF-8"?>
			<nullcline:Study xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:nullcline="http://nullcline.org/model/1"
			    name="Misbehaves">
			  <task id="misbehaves"/>
			  <population seeds="1">
			    <architectures id="good-cell"/>
			    <architectures id="wrong-state"/>
			    <architectures id="no-number"/>
			    <sizes>3</sizes>
			  </population>
			  <training steps="4" batchSize="4" validationTrials="4" validateEvery="2" checkpointEvery="2">
			    <objective id="mean-squared-error"/>
			    <optimizer id="adam"/>
			  </training>
			  <analyses>
			    <analyses id="leaks"/>
			    <analyses id="good-analysis"/>
			  </analyses>
			</nullcline:Study>
			""";

	/** So that nobody waits for half a minute. */
	private static final String IMPATIENT = "-Dnullcline.patience=2 -Xmx400m";

	@TempDir
	static Path elsewhere;

	private static Product product;
	private static Path study;

	@BeforeAll
	static void install() throws IOException, InterruptedException {
		Product.unpack();
		product = Product.copy("with-misbehaving-plug-ins");
		product.install(PluginJar.pack("org.example.misbehaving", product, elsewhere));
		product.install(tooNew(PluginJar.pack("org.example.throwing", product, elsewhere)));
		study = Files.writeString(elsewhere.resolve("misbehaves.nullcline"), STUDY);
	}

	/** One study in which two of three architectures and one of two analyses are bad. */
	@Test
	void whatIsGoodComesToItsEnd() throws IOException, InterruptedException {
		Path out = product.beside("mixed");
		Command run = product.impatiently(IMPATIENT, "run", study.toString(), "--out", out.toString(), "--jobs", "1");
		assertEquals(3, run.exit(), run::toString);
		String plugin = "Plug-in org.example.misbehaving 1.0.0, architecture ";
		assertTrue(run.everything().contains(plugin + "'wrong-state': next state: expected shape [3, 3], found [3, 4]"), run::toString);
		assertTrue(run.everything().contains(plugin + "'no-number': next state: NaN"), run::toString);
		Path good = out.resolve("runs/good-cell-3-seed-0");
		assertTrue(Files.exists(good.resolve("weights.safetensors")), run::toString);
		assertTrue(Files.exists(good.resolve("results/good-analysis/result.json")), run::toString);
		String failure = Files.readString(good.resolve("results/leaks/failure.txt"));
		assertTrue(failure.contains("org.example.misbehaving") && failure.contains("OutOfMemoryError"), failure);
	}

	@Test
	void whatIsNotANumberIsNamedWithItsPlace() throws IOException, InterruptedException {
		Command run = run("not-a-number");
		assertEquals(3, run.exit(), run::toString);
		assertTrue(run.everything().contains("task 'misbehaves': inputs: found NaN at [1, 2, 0] of an array of shape [4, 5, 1]"), run::toString);
	}

	@Test
	void wrongShapesAreNamed() throws IOException, InterruptedException {
		Command run = run("too-many-channels");
		assertEquals(3, run.exit(), run::toString);
		assertTrue(run.everything().contains("task 'misbehaves': inputs: expected shape [4, 5, 1], found [4, 5, 2]"), run::toString);
	}

	/** It is deaf to the interruption as well; then the study ends without it. */
	@Test
	void aTaskThatDoesNotComeBackIsNamedAndCanBeCancelled() throws IOException, InterruptedException {
		Path out = product.beside("hangs");
		Command run = product.interruptedAfter("has not come back for 2 s", IMPATIENT, "run", study.toString(), "--out", out.toString(),
				"--set", "task.how=hangs", "--set", "population.seeds=1");
		assertEquals(130, run.exit(), run::toString);
		assertTrue(run.errors().contains("plug-in org.example.misbehaving, task 'misbehaves': has not come back for 2 s"), run::toString);
		assertTrue(run.errors().contains("did not end within 2 s after it was cancelled; it is left behind"), run::toString);
		assertTrue(Files.readString(out.resolve("runs/good-cell-3-seed-0/run.json")).contains("did not end within"), run::toString);
	}

	@Test
	void aTaskThatDoesNotComeBackWhenItIsMadeMakesTheStudyInvalid() throws IOException, InterruptedException {
		Command validate = product.impatiently(IMPATIENT, "run", study.toString(), "--out", product.beside("never").toString(), "--set",
				"task.how=hangs-at-once");
		assertEquals(2, validate.exit(), validate::toString);
		assertTrue(validate.errors().contains("did not come back within 2 s from making the task; it is disabled"), validate::toString);
	}

	@Test
	void classesForAnotherJavaAreNamed() throws IOException, InterruptedException {
		Path file = Files.writeString(elsewhere.resolve("too-new.nullcline"), STUDY.replace("\"misbehaves\"", "\"throws\""));
		Command validate = product.nullcline("validate", file.toString());
		assertEquals(2, validate.exit(), validate::toString);
		assertTrue(validate.everything().contains("is compiled for Java 99, but Nullcline runs on Java " + Runtime.version().feature()),
				validate::toString);
		Command install = product.nullcline("install", elsewhere.resolve("org.example.throwing_1.0.0.jar").toString());
		assertEquals(2, install.exit(), install::toString);
		assertTrue(install.errors().contains("is compiled for Java 99"), install::toString);
	}

	private static Command run(String how) throws IOException, InterruptedException {
		return product.impatiently(IMPATIENT, "run", study.toString(), "--out", product.beside(how).toString(), "--set", "task.how=" + how);
	}

	/** Lets all classes of a jar say that they are made for a Java of the future. */
	private static Path tooNew(Path jar) throws IOException {
		try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "false"))) {
			for (String name : List.of("ThrowingTask", "ThrowingAnalysis")) {
				Path file = zip.getPath("/org/example/throwing/" + name + ".class");
				byte[] bytes;
				try (InputStream in = Files.newInputStream(file)) {
					bytes = in.readAllBytes();
				}
				bytes[6] = 0;
				bytes[7] = (byte) (44 + 99);
				try (OutputStream out = Files.newOutputStream(file)) {
					out.write(bytes);
				}
			}
		}
		return jar;
	}
}

package org.nullcline.plugintests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins that do not resolve, declare nonsense or throw: each is named, and disturbs nobody else. */
class BrokenPluginsTest {

	private static final String STUDY = """
			<?xml version="1.0" encoding="UTF-8"?>
			<nullcline:Study xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:nullcline="http://nullcline.org/model/1"
			    name="Throws">
			  <task id="throws"/>
			  <population seeds="1">
			    <architectures id="vanilla"/>
			    <sizes>8</sizes>
			  </population>
			  <training steps="60" batchSize="4" validationTrials="4" validateEvery="10" checkpointEvery="10">
			    <objective id="mean-squared-error"/>
			    <optimizer id="adam"/>
			  </training>
			  <analyses>
			    <analyses id="throws"/>
			  </analyses>
			</nullcline:Study>
			""";

	@TempDir
	static Path elsewhere;

	private static Product product;
	private static Path study;

	@BeforeAll
	static void install() throws IOException, InterruptedException {
		Product.unpack();
		product = Product.copy("with-broken-plug-ins");
		for (String plugin : new String[] { "org.example.unresolvable", "org.example.careless", "org.example.throwing" }) {
			product.install(PluginJar.pack(plugin, product, elsewhere));
		}
		study = Files.writeString(elsewhere.resolve("throws.nullcline"), STUDY);
	}

	@Test
	void aPluginThatDoesNotResolveIsNamed() throws IOException, InterruptedException {
		Command list = product.nullcline("list");
		assertEquals(0, list.exit(), list::toString);
		assertTrue(list.everything().contains("org.example.unresolvable"), list::toString);
		assertTrue(list.everything().contains("org.example.missing"), list::toString);
		assertTrue(list.output().contains("flip-flop"), list::toString);
	}

	@Test
	void aContributionThatIsDeclaredWronglyIsListedWithItsProblem() throws IOException, InterruptedException {
		Command list = product.nullcline("list", "tasks");
		assertEquals(0, list.exit(), list::toString);
		assertTrue(list.everything().contains("default of parameter 'bits': 0 is outside the range from 1 upwards"),
				list::toString);
		assertTrue(list.everything().contains("the identifier 'flip-flop' is already taken by plug-in org.nullcline.tasks.memory"),
				list::toString);
	}

	@Test
	void aClassThatDoesNotExistMakesTheStudyInvalid() throws IOException, InterruptedException {
		Path file = Files.writeString(elsewhere.resolve("no-class.nullcline"), STUDY.replace("<task id=\"throws\"/>", "<task id=\"no-class\"/>"));
		Command validate = product.nullcline("validate", file.toString());
		assertEquals(2, validate.exit(), validate::toString);
		assertTrue(validate.everything().contains("Plug-in org.example.careless 1.0.0, task 'no-class'"), validate::toString);
	}

	@Test
	void aTaskThatThrowsWhenItIsMadeMakesTheStudyInvalid() throws IOException, InterruptedException {
		Path out = product.beside("at-once");
		Command run = product.nullcline("run", study.toString(), "--out", out.toString(), "--set", "task.at-once=true");
		assertEquals(2, run.exit(), run::toString);
		assertTrue(run.errors().contains("org.example.throwing"), run::toString);
		assertTrue(run.errors().contains("made to fail at once"), run::toString);
		assertTrue(Files.notExists(out), "an invalid study has left a folder");
	}

	/** The run fails, what it had reached stays, and the next call takes it up from there. */
	@Test
	void aTaskThatThrowsInTrainingFailsTheRunAndLosesNothing() throws IOException, InterruptedException {
		Path out = product.beside("in-training");
		Command run = product.nullcline("run", study.toString(), "--out", out.toString(), "--set", "task.after=45");
		assertEquals(3, run.exit(), run::toString);
		assertTrue(run.everything().contains("made to fail after 45 batches"), run::toString);
		assertTrue(Files.exists(out.resolve("study.nullcline")), run::toString);
		Path metrics = out.resolve("runs/vanilla-8-seed-0/metrics.csv");
		assertTrue(Files.readAllLines(metrics).size() > 2, "the metrics up to the failure are lost");
	}

	/** The network is trained and kept; only the result is missing, and its place says why. */
	@Test
	void anAnalysisThatThrowsLosesNoNetwork() throws IOException, InterruptedException {
		Path out = product.beside("in-analysis");
		Command run = product.nullcline("run", study.toString(), "--out", out.toString());
		assertEquals(3, run.exit(), run::toString);
		assertTrue(run.everything().contains("made to fail in the analysis"), run::toString);
		Path folder = out.resolve("runs/vanilla-8-seed-0");
		assertTrue(Files.exists(folder.resolve("weights.safetensors")), "the weights are lost");
		assertTrue(Files.readString(folder.resolve("results/throws/failure.txt")).contains("made to fail in the analysis"));
	}
}

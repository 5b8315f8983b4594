package org.nullcline.plugintests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The window is closed while a network trains, started again, killed, and started again, until the study has come to its end.
 * A plug-in plays the user: it has no other means than the widgets of the window.
 */
class RestartTest {

	private static final String STUDY = """
			<?xml version="1.0" encoding="UTF-8"?>
			<nullcline:Study xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:nullcline="http://nullcline.org/model/1"
			    name="sitting" seed="5">
			  <task id="flip-flop">
			    <parameters name="bits" value="1"/>
			    <parameters name="steps" value="30"/>
			  </task>
			  <population seeds="1">
			    <architectures id="vanilla"/>
			    <sizes>32</sizes>
			  </population>
			  <training steps="%d" batchSize="16" validationTrials="16" validateEvery="50" checkpointEvery="50">
			    <objective id="mean-squared-error"/>
			    <optimizer id="adam"/>
			  </training>
			</nullcline:Study>
			""";
	private static final String PROJECT = """
			<?xml version="1.0" encoding="UTF-8"?>
			<projectDescription>
				<name>sitting</name>
			</projectDescription>
			""";
	private static final Pattern STATE = Pattern.compile("\"state\": \"(\\w+)\"");
	private static final Pattern STEP = Pattern.compile("\"step\": (\\d+)");
	private static final int STEPS = 6_000;

	@TempDir
	private static Path elsewhere;

	private static Product product;
	private static Path workspace;

	@BeforeAll
	static void prepare() throws IOException, InterruptedException {
		assertNotNull(System.getenv("DISPLAY"), "tests of the window need a display; ./nullcline test starts one");
		Product.unpack();
		product = Product.copy("restarted");
		product.install(PluginJar.pack("org.example.user", product, elsewhere));
		workspace = product.beside("workspace");
		Path project = Files.createDirectories(workspace.resolve("sitting"));
		Files.writeString(project.resolve(".project"), PROJECT);
		Files.writeString(project.resolve("sitting.nullcline"), STUDY.formatted(STEPS));
	}

	@Test
	void aRunningStudySurvivesTheEndOfTheWindow() throws IOException, InterruptedException {
		Path run = workspace.resolve("sitting/runs/sitting-1/runs/vanilla-32-seed-0");
		assertEnds(product.window(workspace, "-Dsitting=begins"), 0, "answers Yes");
		assertEquals("cancelled", first(STATE, run));
		int closed = step(run);
		assertTrue(closed > 0 && closed < STEPS, "closed at step " + closed);

		// Asked at the start, the user declines, goes on by hand, and then the program dies.
		assertEnds(product.windowKilledAfter("user: it trains", workspace, "-Dsitting=declines"), 137, "answers No", "it is cancelled",
				"presses Resume");
		assertEquals("running", first(STATE, run));

		// Asked again, the user wants it to go on at every start.
		assertEnds(product.window(workspace, "-Dsitting=remembers"), 0, "answers Yes", "it trains", "closes the window");
		assertEquals("cancelled", first(STATE, run));
		assertTrue(step(run) > closed && step(run) < STEPS, "closed at step " + step(run) + " after " + closed);

		Command watches = product.window(workspace, "-Dsitting=watches");
		assertEnds(watches, 0, "it is done");
		assertFalse(watches.errors().contains("answers"), watches::toString);
		assertEquals("done", first(STATE, run));

		// Nothing of all that can be seen in the network.
		Path uninterrupted = product.beside("uninterrupted");
		Command headless = product.nullcline("run", workspace.resolve("sitting/sitting.nullcline").toString(), "--out",
				uninterrupted.toString());
		assertEquals(0, headless.exit(), headless::toString);
		Path other = uninterrupted.resolve("runs/vanilla-32-seed-0");
		assertEquals(-1, Files.mismatch(other.resolve("weights.safetensors"), run.resolve("weights.safetensors")));
		assertEquals(Files.readAllLines(other.resolve("metrics.csv")), Files.readAllLines(run.resolve("metrics.csv")));
	}

	private static void assertEnds(Command command, int exit, String... said) {
		assertEquals(exit, command.exit(), command::toString);
		for (String text : said) {
			assertTrue(command.errors().contains("user: " + text), () -> text + "\n" + command);
		}
	}

	private static int step(Path run) throws IOException {
		return Integer.parseInt(first(STEP, run));
	}

	private static String first(Pattern pattern, Path run) throws IOException {
		Matcher matcher = pattern.matcher(Files.readString(run.resolve("run.json")));
		assertTrue(matcher.find());
		return matcher.group(1);
	}
}

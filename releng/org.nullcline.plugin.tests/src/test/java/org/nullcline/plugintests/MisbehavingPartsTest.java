package org.nullcline.plugintests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Objectives, optimizers, regularizers, hooks, environments, figures, importers and exporters that throw or give what are no numbers, an
 * analysis that is deaf to its cancellation, and one that leaves threads behind. One plug-in contributes them all, so that it is not
 * enough to name the plug-in. All studies are executed in one series: what goes wrong in one of them must not touch the next.
 */
class MisbehavingPartsTest {

	private static final String PLUGIN = "org.example.misbehaving";
	private static final String IMPATIENT = "-Dnullcline.patience=2";

	/** Choices of a tiny study. */
	private record Parts(String task, String objective, String optimizer, String others, String analysis) {

		static final Parts GOOD = new Parts("<task id=\"misbehaves\"/>", "<objective id=\"mean-squared-error\"/>", "<optimizer id=\"adam\"/>", "",
				"good-analysis");

		Parts task(String how) {
			return new Parts(choice("task", "misbehaving-environment", how), "<objective id=\"policy-gradient\"/>", optimizer, others, analysis);
		}

		Parts objective(String how) {
			return new Parts(task, choice("objective", "misbehaves", how), optimizer, others, analysis);
		}

		Parts optimizer(String how) {
			return new Parts(task, objective, choice("optimizer", "misbehaves", how), others, analysis);
		}

		Parts other(String kind, String how) {
			return new Parts(task, objective, optimizer, choice(kind, "misbehaves", how), analysis);
		}

		Parts ofStates(String how) {
			return new Parts(task, objective, optimizer, choice("regularizers", "misbehaves", how).replace("</reg",
					"<parameters name=\"states\" value=\"true\"/></reg"), analysis);
		}

		Parts analysis(String id) {
			return new Parts(task, objective, optimizer, others, id);
		}

		private static String choice(String element, String id, String how) {
			return "<" + element + " id=\"" + id + "\"><parameters name=\"how\" value=\"" + how + "\"/></" + element + ">";
		}

		String study(String name) {
			return """
					<?xml version="1.0" encoding="UTF-8"?>
					<nullcline:Study xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:nullcline="http://nullcline.org/model/1"
					    name="%s">
					  %s
					  <population seeds="1">
					    <architectures id="vanilla"/>
					    <sizes>3</sizes>
					  </population>
					  <training steps="4" batchSize="4" validationTrials="4" validateEvery="2" checkpointEvery="2">
					    %s
					    %s
					    %s
					  </training>
					  <analyses>
					    <analyses id="%s"/>
					  </analyses>
					</nullcline:Study>
					""".formatted(name, task, objective, optimizer, others, analysis);
		}
	}

	private static final Map<String, Parts> STUDIES = new LinkedHashMap<>();

	static {
		STUDIES.put("objective-throws", Parts.GOOD.objective("throws"));
		STUDIES.put("objective-nan", Parts.GOOD.objective("not-a-number"));
		STUDIES.put("optimizer-throws", Parts.GOOD.optimizer("throws"));
		STUDIES.put("optimizer-nan", Parts.GOOD.optimizer("not-a-number"));
		STUDIES.put("regularizer-throws", Parts.GOOD.other("regularizers", "throws"));
		STUDIES.put("regularizer-nan", Parts.GOOD.other("regularizers", "not-a-number"));
		STUDIES.put("state-regularizer-nan", Parts.GOOD.ofStates("not-a-number"));
		STUDIES.put("hook-throws", Parts.GOOD.other("hooks", "throws"));
		STUDIES.put("hook-nan", Parts.GOOD.other("hooks", "not-a-number"));
		STUDIES.put("environment-throws", Parts.GOOD.task("throws"));
		STUDIES.put("environment-nan", Parts.GOOD.task("not-a-number"));
		STUDIES.put("environment-shape", Parts.GOOD.task("wrong-shape"));
		STUDIES.put("figure", Parts.GOOD.analysis("figured"));
		STUDIES.put("threads", Parts.GOOD.analysis("leaves-threads"));
		STUDIES.put("good", Parts.GOOD);
	}

	@TempDir
	static Path elsewhere;

	private static Product product;
	private static Path out;
	private static Command run;

	@BeforeAll
	static void executeAll() throws IOException, InterruptedException {
		Product.unpack();
		product = Product.copy("with-misbehaving-parts");
		product.install(PluginJar.pack(PLUGIN, product, elsewhere));
		StringBuilder members = new StringBuilder();
		for (Map.Entry<String, Parts> study : STUDIES.entrySet()) {
			Files.writeString(elsewhere.resolve(study.getKey() + ".nullcline"), study.getValue().study(study.getKey()));
			members.append("  <members>").append(study.getKey()).append(".nullcline</members>\n");
		}
		Path series = Files.writeString(elsewhere.resolve("all.series"), """
				<?xml version="1.0" encoding="UTF-8"?>
				<nullcline:StudySeries xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:nullcline="http://nullcline.org/model/1" name="all">
				%s</nullcline:StudySeries>
				""".formatted(members));
		out = product.beside("parts");
		run = product.impatiently(IMPATIENT, "run", series.toString(), "--out", out.toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"objective-throws | objective 'misbehaves' | made to fail",
			"objective-nan | objective 'misbehaves' | gave the value NaN for outputs that are finite numbers",
			"optimizer-throws | optimizer 'misbehaves' | made to fail",
			"optimizer-nan | optimizer 'misbehaves' | left weights that are not finite numbers, after step 1",
			"regularizer-throws | regularizer 'misbehaves' | made to fail",
			"regularizer-nan | regularizer 'misbehaves' | found NaN at [0, 0]",
			"state-regularizer-nan | regularizer 'misbehaves' | derivative by the states: found NaN at [0, 0, 0]",
			"hook-throws | hook 'misbehaves' | made to fail",
			"hook-nan | hook 'misbehaves' | left weights that are not finite numbers, after step 1",
			"environment-throws | task 'misbehaving-environment' | made to fail",
			"environment-nan | task 'misbehaving-environment' | NaN",
			"environment-shape | task 'misbehaving-environment' | expected 1" })
	void thePartIsNamedWithWhatItDidAndItsRunFails(String study, String part, String deed) throws IOException {
		String record = text(study, "run.json");
		assertTrue(record.contains("\"state\": \"failed\""), record);
		assertTrue(record.contains(PLUGIN) && record.contains(part) && record.contains(deed), record);
	}

	@Test
	void theRestOfTheSeriesComesToItsEnd() throws IOException {
		assertEquals(3, run.exit(), run::toString);
		for (String study : List.of("good", "figure", "threads")) {
			assertTrue(text(study, "run.json").contains("\"state\": \"done\""), run::toString);
		}
		assertTrue(text("good", "result.json").contains("units"), run::toString);
	}

	@Test
	void aFigureThatFailsCostsNobodyTheResult() throws IOException {
		String result = text("figure", "result.json");
		assertTrue(result.contains("A figure is missing") && result.contains("figure 'misbehaves' failed") && result.contains("made to fail"),
				result);
	}

	/** The process has come to its end all the same. */
	@Test
	void threadsThatAreLeftBehindAreNamed() {
		assertTrue(run.errors().matches("(?s).*plug-in org\\.example\\.misbehaving, [a-z]+ '[a-z-]+' has left the thread 'busy for ever' running.*"),
				run::toString);
		assertTrue(run.errors().contains("has left the thread 'idle for ever' running"), run::toString);
	}

	@Test
	void anExporterThatFailsLeavesNothingHalfWritten() throws IOException, InterruptedException {
		Path network;
		try (Stream<Path> files = Files.walk(out.resolve("good"))) {
			network = files.filter(file -> file.endsWith("run.json")).findFirst().orElseThrow().getParent();
		}
		Path target = elsewhere.resolve("out/network.half");
		Command export = product.nullcline("export", network.toString(), "--format", "misbehaves", "--out", target.toString());
		assertEquals(3, export.exit(), export::toString);
		assertTrue(export.errors().contains(PLUGIN) && export.errors().contains("exporter 'misbehaves'") && export.errors().contains("made to fail"),
				export::toString);
		try (Stream<Path> left = Files.list(target.getParent())) {
			assertEquals(List.of(), left.toList());
		}
	}

	@Test
	void anImporterThatFailsIsNamed() throws IOException, InterruptedException {
		Path file = Files.writeString(elsewhere.resolve("weights.what"), "?");
		Command in = product.nullcline("import", file.toString(), "--cell", "vanilla", "--out", elsewhere.resolve("in").toString());
		assertEquals(2, in.exit(), in::toString);
		assertTrue(in.errors().contains("plug-in " + PLUGIN + ", importer 'misbehaves' failed") && in.errors().contains("made to fail"),
				in::toString);
		assertFalse(Files.exists(elsewhere.resolve("in")));
	}

	/** It is left behind, and what was trained before is whole. */
	@Test
	void anAnalysisThatIgnoresItsCancellationIsNamedAndLeftBehind() throws IOException, InterruptedException {
		Path study = Files.writeString(elsewhere.resolve("deaf.nullcline"), Parts.GOOD.analysis("deaf").study("deaf"));
		Path folder = product.beside("deaf");
		Command deaf = product.interruptedAfter("has not come back for 2 s", IMPATIENT, "run", study.toString(), "--out", folder.toString());
		assertEquals(130, deaf.exit(), deaf::toString);
		assertTrue(deaf.errors().contains("plug-in " + PLUGIN + ", analysis 'deaf': has not come back for 2 s"), deaf::toString);
		assertTrue(deaf.errors().contains("did not end within 2 s after it was cancelled; it is left behind"), deaf::toString);
		assertTrue(Files.exists(folder.resolve("runs/vanilla-3-seed-0/weights.safetensors")), deaf::toString);
	}

	/** All files of a name in the output of a study, one after the other. */
	private static String text(String study, String file) throws IOException {
		StringBuilder text = new StringBuilder();
		try (Stream<Path> files = Files.walk(out.resolve(study))) {
			for (Path found : files.filter(path -> path.endsWith(file)).toList()) {
				text.append(Files.readString(found));
			}
		}
		return text.toString();
	}
}

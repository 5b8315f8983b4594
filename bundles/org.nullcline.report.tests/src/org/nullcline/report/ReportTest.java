package org.nullcline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.core.study.StudySettings;
import org.nullcline.model.FloatingPointPrecision;
import org.nullcline.model.LearningRateSchedule;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.PenaltyScope;
import org.nullcline.model.RunState;
import org.nullcline.model.Study;
import org.nullcline.model.TargetMeasure;
import org.nullcline.model.TrainingPhase;
import org.nullcline.model.TrainingPlan;
import org.nullcline.report.ReportContent.Network;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.StudyFolder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportTest {

	@TempDir
	Path folder;

	@Test
	void reportIsOneWellFormedFile() throws Exception {
		SampleStudy.write(folder);
		Path report = StudyReport.write(folder);
		assertEquals(folder.resolve("report.html"), report);
		String text = Files.readString(report);
		Document page = parse(text);
		assertTrue(text.startsWith("<!DOCTYPE html>"));
		assertEquals("Study " + SampleStudy.NASTY, texts(page, "h1").get(0));
		// Two learning curves, two planes and the distances.
		assertEquals(5, page.getElementsByTagName("svg").getLength());
		assertTrue(text.length() < 300_000, "length " + text.length());
		try (Stream<Path> files = Files.list(folder)) {
			assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")), "a temporary file is left");
		}
		Files.writeString(report, "old");
		StudyReport.write(folder);
		assertEquals(text, Files.readString(report));
	}

	@Test
	void nothingOutsideOfTheFileIsNeeded() throws Exception {
		SampleStudy.write(folder);
		String text = StudyReport.html(folder);
		Document page = parse(text);
		assertEquals(0, page.getElementsByTagName("script").getLength());
		assertEquals(0, page.getElementsByTagName("link").getLength());
		assertFalse(page.getElementsByTagName("style").item(0).getTextContent().matches("(?s).*(url\\(|@import).*"));
		Set<String> identifiers = new HashSet<>();
		NodeList elements = page.getElementsByTagName("*");
		for (int i = 0; i < elements.getLength(); i++) {
			NamedNodeMap attributes = elements.item(i).getAttributes();
			for (int j = 0; j < attributes.getLength(); j++) {
				String name = attributes.item(j).getNodeName();
				String value = attributes.item(j).getNodeValue();
				assertFalse(name.startsWith("on"), name);
				if (name.equals("src") || name.endsWith("href")) {
					assertTrue(value.startsWith("data:") || value.startsWith("#"), value);
				} else if (!name.startsWith("xmlns")) {
					assertFalse(value.contains("//"), name + " " + value);
				}
				if (name.equals("id")) {
					assertTrue(identifiers.add(value), "twice: " + value);
				}
			}
		}
		assertFalse(text.contains(folder.toString()), "tells where the study lay");
	}

	@Test
	void textOfUsersIsNeverMarkup() throws Exception {
		SampleStudy.write(folder);
		Document page = parse(StudyReport.html(folder));
		assertEquals(0, page.getElementsByTagName("img").getLength());
		assertTrue(texts(page, "li").contains(SampleStudy.NASTY));
		assertTrue(texts(page, "figcaption").contains("Caption <&>."));
		assertTrue(texts(page, "td").contains("one & two"));
		assertTrue(texts(page, "title").contains("p <0>"));
	}

	@Test
	void findingsComeWithIntervalAndVerdictInWords() throws Exception {
		SampleStudy.write(folder);
		Document page = parse(StudyReport.html(folder));
		List<String> verdicts = elements(page, "span").stream().filter(e -> e.getAttribute("class").startsWith("verdict"))
				.map(Element::getTextContent).toList();
		assertEquals(List.of("not reproduced", "reproduced", "reproduced", "undecided", "undecided"), verdicts);
		List<String> cells = texts(page, "td");
		assertTrue(cells.contains("0.45 (0.4 to 0.5; 95 % bootstrap)"));
		assertTrue(cells.contains("8 (exact count)"));
		assertTrue(cells.contains("not measured (not asked)"));
		assertTrue(texts(page, "p").stream()
				.anyMatch(p -> p.contains("Findings: 2 reproduced, 1 not reproduced, 2 undecided.")), "summary");
	}

	@Test
	void networksThatWereNotAnalysedAreNamed() throws Exception {
		SampleStudy.write(folder);
		Study study = StudyFiles.read(folder.resolve(StudyFolder.STUDY_FILE));
		study.setAnalyses(ModelFactory.eINSTANCE.createAnalysisPlan());
		study.getAnalyses().setPerformanceLimit(0.01);
		Files.write(folder.resolve(StudyFolder.STUDY_FILE), StudyFiles.write(study));
		Document page = parse(StudyReport.html(folder));
		assertTrue(texts(page, "th").contains("Analysed"));
		assertTrue(texts(page, "p").contains("2 of 3 networks leave more than the fraction 0.01 of the variance unexplained and"
				+ " were not analysed: gru-8-seed-0, lstm-8-seed-0."), texts(page, "p").toString());
		study.getAnalyses().setPerformanceLimit(0.02);
		Files.write(folder.resolve(StudyFolder.STUDY_FILE), StudyFiles.write(study));
		page = parse(StudyReport.html(folder));
		assertTrue(texts(page, "p").stream().noneMatch(p -> p.contains("were not analysed")));
		assertTrue(texts(page, "td").contains("yes"));
	}

	@Test
	void whatIsWrongIsNamed() throws Exception {
		SampleStudy.write(folder);
		List<String> items = texts(parse(StudyReport.html(folder)), "li");
		assertTrue(items.contains("Network gru-8-seed-1 diverged: the loss became NaN at step 17"), items.toString());
		assertTrue(items.contains("Network lstm-8-seed-1 is missing: there is no run of it."));
		assertTrue(items.stream().anyMatch(i -> i.startsWith("Analysis damaged of network lstm-8-seed-0 has no result: ")));
		assertTrue(items.stream().anyMatch(i -> i.startsWith("Analysis failed of the population") && i.contains("too few networks")));
	}

	@Test
	void studyAndProvenanceAreTold() throws Exception {
		SampleStudy.write(folder);
		Document page = parse(StudyReport.html(folder));
		List<String> names = texts(page, "th");
		assertTrue(names.containsAll(List.of("bits", "noise", "master seed", "hidden units", "learning rate", "beta1", "Java",
				"org.nullcline.core", "started")), names.toString());
		assertTrue(texts(page, "td").containsAll(List.of("25 <early>", "4711", "0.25", "1, two", "0.01235")));
		assertTrue(texts(page, "h3").contains("Task: flip-flop"));
	}

	@Test
	void thePlanOfTrainingIsToldInWords() {
		TrainingPlan plan = ModelFactory.eINSTANCE.createTrainingPlan();
		Map<String, String> told = told(plan);
		assertEquals("1500", told.get("steps"));
		assertEquals("single (32 bits)", told.get("precision"));
		assertEquals("trained", told.get("initial state"));
		assertEquals("falls exponentially to the fraction 0.02", told.get("schedule"));
		assertEquals("none", told.get("largest norm of the weights"));
		assertEquals("all that are trained", told.get("arrays under the L2 penalty"));
		assertEquals("none", told.get("standard deviation of the state noise"));
		assertEquals("none", told.get("early stop"));
		assertEquals("the newest; the network with the smallest validation loss", told.get("kept checkpoints"));
		plan.setPrecision(FloatingPointPrecision.DOUBLE);
		plan.setTrainInitialState(false);
		plan.setWeightClipNorm(30);
		plan.setL2Scope(PenaltyScope.RECURRENT);
		plan.setInputNoise(0.1);
		plan.setTarget(0.05);
		plan.setKeepEvery(500);
		plan.setKeepBest(false);
		told = told(plan);
		assertEquals("double (64 bits)", told.get("precision"));
		assertEquals("zero", told.get("initial state"));
		assertEquals("30", told.get("largest norm of the weights"));
		assertEquals("recurrent matrices", told.get("arrays under the L2 penalty"));
		assertEquals("0.1", told.get("standard deviation of the input noise"));
		assertEquals("held-out fraction of variance unexplained not above 0.05", told.get("early stop"));
		assertEquals("every 500 steps", told.get("kept checkpoints"));
		plan.setTargetMeasure(TargetMeasure.VALIDATION_LOSS);
		assertEquals("validation loss not above 0.05", told(plan).get("early stop"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "CONSTANT | constant", "EXPONENTIAL_PER_STEP | multiplied by 0.9999 at each step",
			"COSINE | falls along half a cosine to the fraction 0.02",
			"PLATEAU | multiplied by 0.1 when the validation loss has not fallen by more than the fraction 1e\u22124 in more than 10 validations" })
	void schedulesAreToldWithWhatTheyLookAt(LearningRateSchedule schedule, String words) {
		TrainingPlan plan = ModelFactory.eINSTANCE.createTrainingPlan();
		plan.setSchedule(schedule);
		assertEquals(words, told(plan).get("schedule"));
	}

	@Test
	void everyPhaseHasItsRow() throws Exception {
		SampleStudy.write(folder);
		Path file = folder.resolve(StudyFolder.STUDY_FILE);
		Study study = StudyFiles.read(file);
		for (String name : List.of("easy", "hard")) {
			TrainingPhase phase = ModelFactory.eINSTANCE.createTrainingPhase();
			phase.setName(name);
			study.getTraining().getPhases().add(phase);
		}
		for (String setting : List.of("easy.steps=100", "easy.task.bits=1", "hard.learningRateFactor=0.1", "hard.l2=0.001",
				"hard.frozen=weight_hh_*,readout.weight")) {
			StudySettings.apply(study, setting);
		}
		Files.write(file, StudyFiles.write(study));
		Element phases = elements(parse(StudyReport.html(folder)), "div").stream()
				.filter(group -> group.getAttribute("class").equals("group"))
				.filter(group -> group.getFirstChild().getTextContent().equals("Phases of training")).findFirst().orElseThrow();
		NodeList rows = phases.getElementsByTagName("td");
		assertEquals("100 steps; task with bits = 1", rows.item(0).getTextContent());
		assertEquals("500 steps; learning rate times 0.1; weight of the L2 penalty 0.001; not trained: weight_hh_*, readout.weight",
				rows.item(1).getTextContent());
		assertEquals("600", told(study.getTraining()).get("steps"));
	}

	private static Map<String, String> told(TrainingPlan plan) {
		Map<String, String> all = new HashMap<>();
		TrainingGroups.of(plan).forEach(group -> all.putAll(group.values()));
		return all;
	}

	@Test
	void oneNetworkOfEachArchitectureIsOpen() throws Exception {
		SampleStudy.write(folder);
		Path second = StudyFolder.runFolder(folder, "gru-8-seed-1");
		Path source = StudyFolder.resultFolder(StudyFolder.runFolder(folder, "gru-8-seed-0"), "fixed-points");
		Path target = StudyFolder.resultFolder(second, "fixed-points");
		Files.createDirectories(target);
		Files.copy(source.resolve("result.json"), target.resolve("result.json"));
		List<String> networks = elements(parse(StudyReport.html(folder)), "details").stream()
				.filter(e -> e.getAttribute("class").equals("network"))
				.map(e -> e.getElementsByTagName("summary").item(0).getTextContent() + " " + e.hasAttribute("open")).toList();
		assertEquals(List.of("gru-8-seed-0 true", "gru-8-seed-1 false", "lstm-8-seed-0 true"), networks);
	}

	@Test
	void damagedProvenanceIsNotFatal() throws Exception {
		SampleStudy.write(folder);
		Files.writeString(folder.resolve(StudyFolder.PROVENANCE_FILE), "[1,");
		assertTrue(texts(parse(StudyReport.html(folder)), "li").stream().anyMatch(i -> i.startsWith("provenance.json cannot be read")));
		Files.delete(folder.resolve(StudyFolder.PROVENANCE_FILE));
		parse(StudyReport.html(folder));
	}

	@Test
	void folderWithoutStudyIsRefused() {
		assertThrows(IOException.class, () -> StudyReport.write(folder));
	}

	@Test
	void contentMayBeEmpty() throws Exception {
		String text = new ReportPage(new ReportContent("Empty", "", List.of(), List.of(), List.of(), List.of(), 0, List.of())).html();
		assertTrue(parse(text).getDocumentElement().getTextContent().contains("No network has been trained yet."));
	}

	@Test
	void learningCurvesAreLogarithmicAndShort() {
		List<Measurement> metrics = new ArrayList<>();
		for (int step = 1; step <= 10_000; step++) {
			metrics.add(new Measurement(step, step == 5 ? Double.NaN : 0.01, step % 100 == 0 ? 0.1 : Double.NaN, 1, 1, Double.NaN));
		}
		Network network = new Network("n", "gru", 8, 0, RunState.DONE, "", 1, 1, 0.1, 2, Map.of(), metrics, List.of(), List.of());
		var loss = (org.nullcline.core.figure.Figure.Line) LearningCurves.loss(List.of(network)).layers().get(0);
		assertTrue(loss.x().length <= 300);
		assertEquals(-2, loss.y()[7], 1e-12);
		var error = (org.nullcline.core.figure.Figure.Line) LearningCurves.unexplained(List.of(network)).layers().get(0);
		assertEquals(100, error.x().length);
		assertEquals(300, error.x()[2], 0);
		assertEquals(-1, error.y()[2], 1e-12);
	}

	@Test
	void numbersAreWrittenForPeople() {
		assertEquals("8", Numbers.text(8));
		assertEquals("\u22120.1235", Numbers.text(-0.123456));
		assertEquals("1.235e\u22129", Numbers.text(1.23456e-9));
		assertEquals("1.5e12", Numbers.text(1.5e12));
		assertEquals("0", Numbers.text(-0.0));
		assertEquals("\u2013", Numbers.text(Double.NaN));
		assertEquals("\u221e", Numbers.text(Double.POSITIVE_INFINITY));
		assertEquals("2 (1 to \u2013; half known)", Numbers.text(2, new Interval(1, Double.NaN, "half known")));
	}

	private static Document parse(String page) throws Exception {
		return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
	}

	private static List<Element> elements(Document page, String name) {
		List<Element> found = new ArrayList<>();
		NodeList nodes = page.getElementsByTagName(name);
		for (int i = 0; i < nodes.getLength(); i++) {
			found.add((Element) nodes.item(i));
		}
		return found;
	}

	private static List<String> texts(Document page, String name) {
		return elements(page, name).stream().map(Element::getTextContent).toList();
	}
}

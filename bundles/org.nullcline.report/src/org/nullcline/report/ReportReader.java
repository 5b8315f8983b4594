package org.nullcline.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.Choice;
import org.nullcline.model.Population;
import org.nullcline.model.Result;
import org.nullcline.model.Run;
import org.nullcline.model.RunCollection;
import org.nullcline.model.RunState;
import org.nullcline.model.Study;
import org.nullcline.model.TrainingPlan;
import org.nullcline.report.ReportContent.AnalysisEntry;
import org.nullcline.report.ReportContent.Group;
import org.nullcline.report.ReportContent.Network;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.RunRecord.ContributionRecord;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;

/** Collects what a study folder holds. Whatever is damaged becomes a sentence in the report. */
final class ReportReader {

	private final Path folder;
	private final List<String> problems = new ArrayList<>();
	private Optional<RunRecord> sample = Optional.empty();

	private ReportReader(Path folder) {
		this.folder = folder.toAbsolutePath().normalize();
	}

	static ReportContent read(Path studyFolder) throws IOException {
		return new ReportReader(studyFolder).read();
	}

	private ReportContent read() throws IOException {
		RunCollection collection = StudyFolder.read(folder);
		Map<String, RunRecord> records = records(collection);
		Map<String, List<String>> shown = ShownNetworks.of(collection.getRuns().stream()
				.filter(run -> !run.getResults().isEmpty()).map(run -> candidate(run, records.get(run.getName()))).toList());
		List<Network> networks = new ArrayList<>();
		for (Run run : collection.getRuns()) {
			networks.add(network(run, Optional.ofNullable(records.get(run.getName())),
					shown.getOrDefault(run.getName(), List.of())));
		}
		Study study = collection.getStudy();
		if (study != null) {
			nameMissing(study, collection);
		}
		List<AnalysisEntry> population = new ArrayList<>();
		for (Result result : collection.getResults()) {
			population.add(analysis(result, "the population"));
		}
		return new ReportContent(study == null ? folder.getFileName().toString() : text(study.getName()),
				study == null ? "" : text(study.getDescription()), study == null ? List.of() : settings(study), networks,
				population, provenance(), performanceLimit(study), problems);
	}

	/** By the names of the runs; without those that cannot be read, whose states say so. */
	private static Map<String, RunRecord> records(RunCollection collection) {
		Map<String, RunRecord> records = new LinkedHashMap<>();
		for (Run run : collection.getRuns()) {
			try {
				records.put(run.getName(), RunRecord.read(Path.of(run.getFolder())));
			} catch (IOException | RuntimeException e) {
				// The state of the run says so already.
			}
		}
		return records;
	}

	/** @param executed may be null */
	private static ShownNetworks.Candidate candidate(Run run, RunRecord executed) {
		return new ShownNetworks.Candidate(text(run.getName()), text(run.getArchitecture()), run.getUnits(),
				executed == null ? Map.of() : executed.properties(), run.getSeed());
	}

	/** @param standsFor the networks of its cell, if it is shown in full */
	private Network network(Run run, Optional<RunRecord> executed, List<String> standsFor) {
		Path runFolder = Path.of(run.getFolder());
		List<Measurement> metrics = List.of();
		try {
			metrics = StudyFolder.metrics(runFolder);
		} catch (IOException | RuntimeException e) {
			problems.add("The metrics of network " + run.getName() + " cannot be read: " + message(e));
		}
		sample = sample.or(() -> executed);
		String reason = relative(text(run.getMessage()));
		String because = reason.isBlank() ? "." : ": " + reason;
		switch (run.getState()) {
		case FAILED -> problems.add("Network " + run.getName() + " failed" + because);
		case DIVERGED -> problems.add("Network " + run.getName() + " diverged" + because);
		case CANCELLED -> problems.add("Network " + run.getName() + " was not trained to the end" + because);
		case PENDING -> problems.add("Network " + run.getName() + " has not been trained" + because);
		case RUNNING -> problems.add("Network " + run.getName() + " was still being trained when this report was written.");
		case DONE -> {
			// Nothing to say.
		}
		}
		List<AnalysisEntry> analyses = new ArrayList<>();
		for (Result result : run.getResults()) {
			AnalysisEntry entry = analysis(result, "network " + run.getName());
			analyses.add(standsFor.isEmpty() ? entry.findingsOnly() : entry);
		}
		return new Network(text(run.getName()), text(run.getArchitecture()), run.getUnits(), run.getSeed(), run.getState(),
				reason, run.getStep(), run.getSteps(), run.getFractionVarianceUnexplained(),
				executed.map(RunRecord::seconds).orElse(Double.NaN), executed.map(RunRecord::properties).orElse(Map.of()), metrics,
				analyses, standsFor);
	}

	/** Of the networks that are analysed; 0 where there is none. */
	private static double performanceLimit(Study study) {
		return study == null || study.getAnalyses() == null ? 0 : study.getAnalyses().getPerformanceLimit();
	}

	private AnalysisEntry analysis(Result result, String subject) {
		try {
			StoredResult stored = StoredResult.read(Path.of(result.getFolder()));
			requireComplete(stored);
			return AnalysisEntry.of(stored);
		} catch (IOException | RuntimeException e) {
			problems.add("Analysis " + result.getAnalysis() + " of " + subject + " has no result: " + message(e));
			return AnalysisEntry.without(result.getAnalysis(), message(e));
		}
	}

	/** What the files of other programs, or older ones of this, may lack. */
	private static void requireComplete(StoredResult stored) throws IOException {
		boolean complete = stored.figures().stream().allMatch(figure -> figure != null && figure.title() != null
				&& figure.caption() != null && figure.horizontal() != null && figure.vertical() != null)
				&& stored.findings().stream().allMatch(finding -> finding != null && finding.claim() != null
						&& finding.interval() != null && finding.verdict() != null)
				&& stored.tables().stream().allMatch(Objects::nonNull) && stored.notes().stream().allMatch(Objects::nonNull);
		if (!complete) {
			throw new IOException(StoredResult.FILE + " is incomplete");
		}
	}

	/** Networks of the grid without a run. */
	private void nameMissing(Study study, RunCollection collection) {
		Population grid = study.getPopulation();
		if (grid == null) {
			return;
		}
		for (String id : grid.getArchitectures().stream().map(ArchitectureChoice::getId).distinct().toList()) {
			// Names tell what networks differ in, which only the plug-ins know in full; so networks alike are counted.
			long alike = grid.getArchitectures().stream().filter(choice -> id.equals(choice.getId())).count()
					* Math.max(1, grid.getL2().size());
			for (int units : grid.getSizes()) {
				for (int seed = 0; seed < grid.getSeeds(); seed++) {
					int wanted = seed;
					long present = collection.getRuns().stream().filter(run -> id.equals(run.getArchitecture())
							&& run.getUnits() == units && run.getSeed() == wanted).count();
					nameMissing(id + "-" + units + "-seed-" + seed, alike, present, collection);
				}
			}
		}
	}

	private void nameMissing(String name, long wanted, long present, RunCollection collection) {
		boolean damaged = collection.getRuns().stream().anyMatch(run -> name.equals(run.getName()));
		if (wanted == 1 && present == 0 && !damaged) {
			problems.add("Network " + name + " is missing: there is no run of it.");
		} else if (wanted > 1 && present < wanted) {
			problems.add((wanted - present) + " of " + wanted + " networks such as " + name
					+ ", with other parameters or penalties, have no run that can be read.");
		}
	}

	private List<Group> settings(Study study) {
		List<Group> groups = new ArrayList<>();
		groups.add(choice("Task", study.getTask(), sample.map(RunRecord::task)));
		Population grid = study.getPopulation();
		if (grid != null) {
			Map<String, String> values = new LinkedHashMap<>();
			values.put("architectures",
					grid.getArchitectures().stream().map(ReportReader::withParameters).collect(Collectors.joining(", ")));
			values.put("hidden units", grid.getSizes().stream().map(String::valueOf).collect(Collectors.joining(", ")));
			if (!grid.getL2().isEmpty()) {
				values.put("weights of the L2 penalty", grid.getL2().stream().map(Numbers::text).collect(Collectors.joining(", ")));
			}
			values.put("seeds per cell", String.valueOf(grid.getSeeds()));
			values.put("master seed", String.valueOf(study.getSeed()));
			groups.add(new Group("Population", values));
		}
		if (performanceLimit(study) > 0) {
			groups.add(new Group("Analyses", Map.of("largest fraction of variance unexplained of networks that are analysed",
					Numbers.text(performanceLimit(study)))));
		}
		TrainingPlan training = study.getTraining();
		if (training != null) {
			groups.addAll(TrainingGroups.of(training));
			groups.add(choice("Objective", training.getObjective(), sample.map(RunRecord::objective)));
			groups.add(choice("Optimizer", training.getOptimizer(), sample.map(RunRecord::optimizer)));
			training.getRegularizers().forEach(chosen -> groups.add(choice("Regularizer", chosen,
					sample.flatMap(run -> withId(run.regularizers(), chosen)))));
			training.getHooks().forEach(chosen -> groups.add(choice("After each weight update", chosen,
					sample.flatMap(run -> withId(run.hooks(), chosen)))));
		}
		return groups;
	}

	/** All parameters as executed; only the given ones, if no run tells the others. */
	private static Group choice(String kind, Choice choice, Optional<ContributionRecord> executed) {
		Map<String, String> values = new LinkedHashMap<>();
		if (choice != null) {
			choice.getParameters().forEach(parameter -> values.put(text(parameter.getName()), text(parameter.getValue())));
		}
		executed.map(ContributionRecord::parameters).ifPresent(values::putAll);
		return new Group(choice == null ? kind : kind + ": " + choice.getId(), values);
	}

	private static Optional<ContributionRecord> withId(List<ContributionRecord> records, Choice choice) {
		return records.stream().filter(record -> record.id().equals(choice.getId())).findFirst();
	}

	private static String withParameters(ArchitectureChoice choice) {
		List<String> words = new ArrayList<>();
		choice.getParameters().forEach(parameter -> words.add(parameter.getName() + " = " + parameter.getValue()));
		if (choice.getLearningRate() != null) {
			words.add("learning rate " + Numbers.text(choice.getLearningRate()));
		}
		return words.isEmpty() ? text(choice.getId()) : choice.getId() + " (" + String.join(", ", words) + ")";
	}

	private List<Group> provenance() {
		Path file = folder.resolve(StudyFolder.PROVENANCE_FILE);
		if (!Files.exists(file)) {
			problems.add("The study folder has no " + StudyFolder.PROVENANCE_FILE + ": on what it was executed is not known.");
			return List.of();
		}
		try {
			return Provenance.groups(Files.readString(file));
		} catch (IOException | RuntimeException e) {
			problems.add(StudyFolder.PROVENANCE_FILE + " cannot be read: " + message(e));
			return List.of();
		}
	}

	private String message(Exception e) {
		return relative(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
	}

	/** Reports are passed on; where the study lay on this computer is of no use elsewhere. */
	private String relative(String message) {
		return message.replace(folder + folder.getFileSystem().getSeparator(), "").replace(folder.toString(), "the study folder")
				.strip();
	}

	private static String text(String text) {
		return text == null ? "" : text;
	}
}

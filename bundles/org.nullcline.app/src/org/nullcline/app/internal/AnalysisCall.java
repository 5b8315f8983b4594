package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.OperationCanceledException;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.ParameterValueException;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Scope;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.task.TrialTask;
import org.nullcline.runs.AtomicFiles;
import org.nullcline.runs.FurtherFigures;
import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.StoredRequiredResults;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StoredTrainingHistory;
import org.nullcline.runs.StudyFolder;

/** Asks an analysis by hand; what it requires is taken from the study where it is there, and asked before where it is not. */
final class AnalysisCall {

	private final ContributionRegistry registry;
	private final NamedTask namedTask;
	private final Optional<Long> seed;
	private final Optional<Path> study;
	private final Optional<Path> out;
	private final Terminal terminal;
	private final Map<String, Path> answered = new HashMap<>();

	/**
	 * @param namedTask in place of the networks' own, or null
	 * @param seed      in place of the networks' own
	 * @param study     the output folder of the study whose networks they all are
	 * @param out       where the result is written, if the user says so
	 */
	AnalysisCall(ContributionRegistry registry, NamedTask namedTask, Optional<Long> seed, Optional<Path> study,
			Optional<Path> out, Terminal terminal) {
		this.registry = registry;
		this.namedTask = namedTask;
		this.seed = seed;
		this.study = study;
		this.out = out;
		this.terminal = terminal;
	}

	/** Asks an analysis of networks and stores the result. */
	StoredResult answer(Contribution analysis, Parameters parameters, List<AnalysedNetwork> networks, Path resultFolder)
			throws IOException, ContributionException, AnalysisException, UsageException {
		if (analysis.problem().isPresent()) {
			throw new ContributionException(analysis, analysis.problem().get(), null);
		}
		List<Subject> subjects = new ArrayList<>();
		Optional<OwnTask> own = Optional.empty();
		for (AnalysedNetwork network : networks) {
			NetworkFile.Loaded loaded = NetworkFile.read(network.file(), registry);
			subjects.add(network.subject(loaded));
			if (namedTask != null) {
				namedTask.requireFits(network.file().toString(), loaded.network());
			} else if (network == networks.get(0)) {
				own = OwnTask.of(loaded, registry);
			} else {
				requireSameTask(networks.get(0), own, network, OwnTask.of(loaded, registry));
			}
		}
		Task task = namedTask != null ? namedTask.task() : own.isPresent() ? own.get().create() : null;
		Optional<TrialTask> trials = Optional.ofNullable(task).map(t -> Tasks.played(t, subjects.get(0).network()));
		StoredRequiredResults required = required(analysis, networks);
		RandomStreams streams = RandomStreams.of(seed.orElse(networks.get(0).run() != null ? networks.get(0).run().masterSeed() : 1));
		String about = isOfPopulation(analysis) ? "population" : networks.get(0).name();
		AnalysisRequest request = new AnalysisRequest(subjects, trials, parameters,
				streams.below("analyses").below(analysis.id()).below(about), streams, required, history(networks));
		AnalysisResult result = FurtherFigures.added(analysis.id(), request, analyze(analysis, request, required.failures()),
				registry);
		try {
			return StoredResult.write(resultFolder, analysis, request, result, required.fingerprints());
		} catch (IOException e) {
			throw new AnalysisException(e.getMessage());
		}
	}

	/** Checkpoints and metrics lie beside the weights, for a run as for a network from elsewhere. */
	private StoredTrainingHistory history(List<AnalysedNetwork> networks) {
		Map<String, Path> folders = new HashMap<>();
		networks.forEach(network -> folders.put(network.name(), network.folder()));
		return new StoredTrainingHistory(folders::get, registry);
	}

	private StoredRequiredResults required(Contribution analysis, List<AnalysedNetwork> networks)
			throws IOException, ContributionException, UsageException {
		Map<String, Path> folders = new HashMap<>();
		for (String id : analysis.requires()) {
			// An analysis that requires what is not there is broken, and was refused.
			Contribution required = registry.find(ContributionKind.ANALYSIS, id).orElseThrow();
			if (isOfPopulation(required)) {
				folders.put(key(id, ""), folder(required, networks));
			} else {
				for (AnalysedNetwork network : networks) {
					folders.put(key(id, network.name()), folder(required, List.of(network)));
				}
			}
		}
		return new StoredRequiredResults(analysis, networks.stream().map(AnalysedNetwork::name).toList(),
				new StoredRequiredResults.Location() {

					@Override
					public Path ofNetwork(String id, String network) {
						return folders.get(key(id, network));
					}

					@Override
					public Path ofPopulation(String id) {
						return folders.get(key(id, ""));
					}
				}, registry);
	}

	/** The folder of a required result, which is asked for if it is nowhere. */
	private Path folder(Contribution required, List<AnalysedNetwork> networks)
			throws IOException, ContributionException, UsageException {
		String key = key(required.id(), isOfPopulation(required) ? "" : networks.get(0).name());
		Path known = answered.get(key);
		if (known == null) {
			known = ofStudy(required, networks);
		}
		if (known == null) {
			known = freeFolder(required, networks);
			terminal.message("Asks " + required.id() + " of "
					+ (networks.size() == 1 ? networks.get(0).name() : networks.size() + " networks") + " first.");
			try {
				answer(required, required.parameters(Map.of()), networks, known);
			} catch (AnalysisException e) {
				AtomicFiles.write(known.resolve(StoredResult.FAILURE_FILE), e.getMessage().getBytes(StandardCharsets.UTF_8));
			}
		}
		answered.put(key, known);
		return known;
	}

	/** The study's own result, or null; one of another task or seed is none. */
	private Path ofStudy(Contribution required, List<AnalysedNetwork> networks) {
		if (namedTask != null || seed.isPresent()) {
			return null;
		}
		Path parent = isOfPopulation(required) ? study.orElse(null)
				: networks.get(0).run() != null ? networks.get(0).folder() : null;
		if (parent == null) {
			return null;
		}
		Path folder = StudyFolder.resultFolder(parent, required.id());
		try {
			boolean fits = !isOfPopulation(required) || StoredResult.read(folder).subjects()
					.equals(networks.stream().map(AnalysedNetwork::name).toList());
			return fits && Files.isRegularFile(folder.resolve(StoredResult.FILE)) ? folder : null;
		} catch (IOException e) {
			return null;
		}
	}

	private Path freeFolder(Contribution required, List<AnalysedNetwork> networks) {
		if (out.isPresent()) {
			Path folder = out.get().resolve("required").resolve(required.id());
			return isOfPopulation(required) ? folder : folder.resolve(networks.get(0).name());
		}
		return StudyFolder.furtherResultFolder(isOfPopulation(required) ? study.orElseGet(() -> networks.get(0).folder())
				: networks.get(0).folder(), required.id());
	}

	private static String key(String analysis, String network) {
		return analysis + "/" + network;
	}

	private static boolean isOfPopulation(Contribution analysis) {
		return analysis.scope().orElseThrow() == Scope.POPULATION;
	}

	private AnalysisResult analyze(Contribution analysis, AnalysisRequest request, List<String> failures)
			throws ContributionException, AnalysisException {
		AnalysisProgress monitor = new AnalysisProgress(terminal, analysis.id() + " of "
				+ (request.subjects().size() == 1 ? request.subjects().get(0).name() : request.subjects().size() + " networks"));
		try (InterruptSignal signal = new InterruptSignal(() -> monitor.setCanceled(true))) {
			AnalysisResult result = analysis.instantiate(Analysis.class).analyze(request, monitor);
			if (result == null) {
				throw new ContributionException(analysis, "gave no result", null);
			}
			return result.withNotes(failures);
		} catch (AnalysisException e) {
			throw failures.isEmpty() || e instanceof ParameterValueException ? e : new AnalysisException(e.getMessage() + " " + String.join(" ", failures));
		} catch (OperationCanceledException e) {
			throw e;
		} catch (RuntimeException | Error e) {
			throw new ContributionException(analysis, "failed: " + e, e);
		}
	}

	/** @throws UsageException naming two networks that were trained on different tasks */
	private static void requireSameTask(AnalysedNetwork first, Optional<OwnTask> firstTask, AnalysedNetwork other,
			Optional<OwnTask> otherTask) throws UsageException {
		String one = firstTask.map(OwnTask::words).orElse("no task");
		String another = otherTask.map(OwnTask::words).orElse("no task");
		if (!one.equals(another)) {
			throw new UsageException(first.file() + " and " + other.file() + ": one was trained on " + one + ", the other on "
					+ another + "; networks that are analysed together need one task. Leave one out, or name the task with --task.");
		}
	}
}

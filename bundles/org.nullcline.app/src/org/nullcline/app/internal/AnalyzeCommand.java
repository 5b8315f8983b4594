package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Scope;
import org.nullcline.linearalgebra.NativeRuntime;
import org.nullcline.model.RunState;
import org.nullcline.runs.Json;
import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;

import com.google.gson.JsonArray;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code analyze}: asks one analysis of trained networks. */
@CommandLine.Command(name = "analyze", description = "Ask one analysis of runs or of a network file.", footer = {
		"", "Every parameter of the analysis is an option as well: --seeds 200 for --set seeds=200. See: nullcline list analyses." })
final class AnalyzeCommand extends Command {

	@Parameters(paramLabel = "ANALYSIS", description = "Identifier; see: nullcline list analyses.")
	String analysisId;

	@Option(names = "--run", paramLabel = "DIR", description = "A run folder, or the output folder of a study for all of its finished runs. May be given several times.")
	List<Path> runs = List.of();

	@Option(names = "--network", paramLabel = "FILE", description = "A network in a safetensors file. May be given several times.")
	List<Path> networks = List.of();

	@Option(names = "--task", paramLabel = "T", description = "The task, where the network has none of its own or is to be asked with another; see: nullcline list tasks.")
	String taskId;

	@Option(names = "--set", paramLabel = "PARAMETER=VALUE", description = "A parameter of the analysis; or task.PARAMETER=VALUE with --task.")
	List<String> settings = List.of();

	@Option(names = "--seed", paramLabel = "N", description = "Master seed; that of the run without it.")
	Long seed;

	@Option(names = "--out", paramLabel = "DIR", description = "Where the result is written; without it in further-results beside the network.")
	Path out;

	@Option(names = "--json", description = "Print the result as JSON.")
	boolean json;

	@Unmatched
	List<String> further = new ArrayList<>();

	@Override
	public Integer call() throws UsageException, IOException, ContributionException, AnalysisException {
		ContributionRegistry registry = ContributionRegistry.read();
		Contribution analysis = registry.find(ContributionKind.ANALYSIS, analysisId)
				.orElseThrow(() -> new UsageException("analyze " + analysisId + ": no such analysis; there are " + registry
						.all(ContributionKind.ANALYSIS).stream().map(Contribution::id).collect(Collectors.joining(", "))));
		Settings parsed = Settings.parse(settings, analysisId).with(ParameterOptions.parse(further, analysis));
		org.nullcline.core.parameter.Parameters parameters = parameters(analysis, parsed.own());
		List<AnalysedNetwork> sources = sources();
		if (sources.isEmpty()) {
			throw new UsageException("analyze: name at least one network with --run DIR or --network FILE");
		}
		NativeRuntime.load();
		Optional<Path> study = runs.size() == 1 && StudyFolder.isStudyFolder(runs.get(0)) ? Optional.of(runs.get(0))
				: Optional.empty();
		AnalysisCall call = new AnalysisCall(registry, NamedTask.of(taskId, parsed.ofTask(), registry),
				Optional.ofNullable(seed), study, Optional.ofNullable(out), terminal);
		if (analysis.scope().orElseThrow() == Scope.POPULATION) {
			ask(analysis, parameters, sources, resultFolder(study.orElseGet(() -> sources.get(0).folder())), call);
		} else {
			for (AnalysedNetwork source : sources) {
				Path folder = resultFolder(source.folder());
				ask(analysis, parameters, List.of(source), out != null && sources.size() > 1 ? folder.resolve(source.name()) : folder,
						call);
			}
		}
		return ExitCode.DONE;
	}

	private static org.nullcline.core.parameter.Parameters parameters(Contribution analysis, Map<String, String> given)
			throws UsageException {
		try {
			return analysis.parameters(given);
		} catch (IllegalArgumentException e) {
			throw new UsageException("analysis '" + analysis.id() + "' > " + e.getMessage());
		}
	}

	private List<AnalysedNetwork> sources() throws UsageException, IOException {
		List<AnalysedNetwork> sources = new ArrayList<>();
		for (Path folder : runs) {
			if (StudyFolder.isStudyFolder(folder)) {
				for (var run : StudyFolder.read(folder).getRuns()) {
					if (run.getState() == RunState.DONE) {
						sources.add(source(Path.of(run.getFolder())));
					}
				}
			} else if (Files.isRegularFile(folder.resolve(RunRecord.FILE))) {
				sources.add(source(folder));
			} else {
				throw new UsageException(folder + ": is neither a run folder nor the output folder of a study");
			}
		}
		for (Path file : networks) {
			sources.add(new AnalysedNetwork(NetworkSource.ofFile(file).name(), file, null));
		}
		return withDistinctNames(sources);
	}

	/** Runs of two studies may be called alike. */
	private static List<AnalysedNetwork> withDistinctNames(List<AnalysedNetwork> sources) {
		Map<String, Integer> occurrences = new LinkedHashMap<>();
		return sources.stream().map(source -> {
			int occurrence = occurrences.merge(source.name(), 1, Integer::sum);
			return occurrence == 1 ? source : new AnalysedNetwork(source.name() + "." + occurrence, source.file(), source.run());
		}).toList();
	}

	private static AnalysedNetwork source(Path runFolder) throws IOException, UsageException {
		RunRecord run = RunRecord.read(runFolder);
		if (run.runState() != RunState.DONE) {
			throw new UsageException(runFolder + ": the run is " + run.state() + "; only a finished run can be analysed");
		}
		return new AnalysedNetwork(run.name(), runFolder.resolve(NetworkFile.FILE), run);
	}

	/** Results are never overwritten, and those of the study stay apart. */
	private Path resultFolder(Path parent) {
		return out != null ? out : StudyFolder.furtherResultFolder(parent, analysisId);
	}

	private void ask(Contribution analysis, org.nullcline.core.parameter.Parameters parameters, List<AnalysedNetwork> sources,
			Path resultFolder, AnalysisCall call)
			throws IOException, ContributionException, AnalysisException, UsageException {
		if (Files.exists(resultFolder.resolve(StoredResult.FILE))) {
			throw new UsageException(resultFolder + ": holds a result already, which is never overwritten");
		}
		show(call.answer(analysis, parameters, sources, resultFolder), resultFolder);
	}

	/** Counts without a fraction. */
	private static String number(double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
	}

	private void show(StoredResult result, Path folder) throws IOException {
		if (json) {
			Map<String, Object> content = new LinkedHashMap<>();
			content.put("folder", folder.toAbsolutePath().normalize().toString());
			content.put("subjects", result.subjects());
			content.put("values", result.values());
			content.put("findings", result.findings());
			content.put("notes", result.notes());
			for (Map.Entry<String, Path> listing : result.listings().entrySet()) {
				content.put(listing.getKey(), Json.read(listing.getValue(), JsonArray.class));
			}
			terminal.result(Json.pretty(content).stripTrailing());
			return;
		}
		terminal.result(String.join(", ", result.subjects()));
		result.values().forEach((name, value) -> terminal.result("  " + name + " = " + number(value)));
		for (Finding finding : result.findings()) {
			terminal.result("  " + finding.verdict().words() + ": " + finding.claim()
					+ (finding.explanation().isEmpty() ? "" : " (" + finding.explanation() + ")"));
		}
		result.notes().forEach(note -> terminal.result("  " + note));
		terminal.result("Result: " + folder);
	}
}

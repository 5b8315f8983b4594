package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialPreview;
import org.nullcline.core.task.TrialTask;
import org.nullcline.figures.FigureFormat;
import org.nullcline.linearalgebra.NativeRuntime;
import org.nullcline.runs.AtomicFiles;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code preview}: shows trials of a task before anything has been trained. */
@CommandLine.Command(name = "preview", description = "Draw trials of a task: inputs and targets.")
final class PreviewCommand extends Command {

	@Option(names = "--task", required = true, paramLabel = "T", description = "Identifier of the task; see: nullcline list tasks.")
	String task;

	@Option(names = "--set", paramLabel = "PARAMETER=VALUE", description = "A parameter of the task.")
	List<String> settings = List.of();

	@Option(names = "--out", required = true, paramLabel = "FILE", description = "The figure, *.svg, *.png or *.csv. With several trials, each file has the number of its trial before the ending.")
	Path out;

	@Option(names = "--trials", paramLabel = "N", description = "How many trials; 1 without it.")
	int count = 1;

	@Option(names = "--seed", paramLabel = "K", description = "Seed of the trials; 1 without it.")
	long seed = 1;

	@Option(names = "--force", description = "Overwrite files that exist.")
	boolean force;

	@Override
	public Integer call() throws UsageException, IOException, ContributionException {
		FigureFormat format = FigureFormat.of(out).orElseThrow(
				() -> new UsageException("--out " + out + ": expected a name that ends with .svg, .png or .csv"));
		if (count < 1) {
			throw new UsageException("--trials " + count + ": expected 1 or more");
		}
		Settings parsed = Settings.parse(settings, task);
		Map<String, String> given = new java.util.LinkedHashMap<>(parsed.ofTask());
		given.putAll(parsed.own());
		NamedTask named = NamedTask.of(task, given, ContributionRegistry.read());
		List<Path> files = new ArrayList<>();
		for (int trial = 1; trial <= count; trial++) {
			files.add(file(trial, format));
			OutputFile.requireFree(files.getLast(), force);
		}
		NativeRuntime.load();
		TrialTask task = Tasks.shown(named.task());
		TrialBatch trials = task.trials(count, RandomStreams.of(seed).stream("preview"));
		List<Figure> figures = TrialPreview.figures(task, trials, Optional.empty(), count);
		for (int trial = 0; trial < count; trial++) {
			AtomicFiles.write(files.get(trial), format.bytes(figures.get(trial)));
			terminal.result(files.get(trial).toString());
		}
		return ExitCode.DONE;
	}

	private Path file(int trial, FigureFormat format) {
		if (count == 1) {
			return out;
		}
		String name = out.getFileName().toString();
		String stem = name.substring(0, name.length() - format.extension().length() - 1);
		return out.resolveSibling(stem + "-" + trial + name.substring(stem.length()));
	}
}

package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.benchmarks.BenchmarkCase;
import org.nullcline.benchmarks.DistanceBenchmark;
import org.nullcline.benchmarks.FixedPointBenchmark;
import org.nullcline.benchmarks.Machine;
import org.nullcline.benchmarks.PopulationBenchmark;
import org.nullcline.benchmarks.ProductPeak;
import org.nullcline.benchmarks.ResidencyBenchmark;
import org.nullcline.benchmarks.SinkhornBenchmark;
import org.nullcline.benchmarks.TrainingBenchmark;
import org.nullcline.core.network.Precision;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.dynamics.FixedPointSettings;
import org.nullcline.dynamics.SeedStates;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.linearalgebra.NativeRuntime;
import org.nullcline.runs.Json;
import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.NumpyFiles;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench}: how fast the engine is on this machine. */
@CommandLine.Command(name = "bench", description = "Measure the engine on this machine: medians after a warm-up, on one thread.", footer = {
		"", "Options that take numbers take lists, such as --hidden 64,128. Without options train measures vanilla, ugrnn, gru and",
		"lstm with 64, 128 and 256 units, batches of 64 and 100 time steps. Distances are between all pairs of a population, on all cores,",
		"once; residency times too, of 10000 states by 20 rollouts of up to 60 steps, with 150 units." })
final class BenchCommand extends Command {

	/** What can be measured. */
	enum Subject {
		train, sinkhorn, population, distances, residency, fixedPoints {
			@Override
			public String toString() {
				return "fixed-points";
			}
		}
	}

	@Parameters(paramLabel = "SUBJECT", description = "${COMPLETION-CANDIDATES}.")
	Subject subject;

	@Option(names = "--cell", paramLabel = "ID", split = ",", description = "Architectures.")
	List<String> cells;

	@Option(names = "--hidden", paramLabel = "N", split = ",", description = "Numbers of units; symbols of sequences.")
	List<Integer> hidden;

	@Option(names = "--batch", paramLabel = "N", split = ",", description = "Trials per batch; sequences of a set; seeds of a search for fixed points; states whose residency is measured.")
	List<Integer> batch;

	@Option(names = "--steps", paramLabel = "N", split = ",", description = "Time steps.")
	List<Integer> steps;

	@Option(names = "--networks", paramLabel = "N", split = ",", description = "Sizes of the population; 2 without it, for distances 500.")
	List<Integer> networks;

	@Option(names = "--samples", paramLabel = "N", split = ",", description = "States of each network, for distances; 10000 without it.")
	List<Integer> samples;

	@Option(names = "--units", paramLabel = "N", split = ",", description = "Units of each network, for distances; 64 without it.")
	List<Integer> units;

	@Option(names = "--components", paramLabel = "N", split = ",", description = "Principal components compared, for distances; 10 without it.")
	List<Integer> components;

	@Option(names = "--jobs", paramLabel = "N", description = "Networks of a population trained at once; all cores without it.")
	int jobs = Runtime.getRuntime().availableProcessors();

	@Option(names = "--precision", paramLabel = "P", description = "single or double.")
	String precision = Precision.SINGLE.word();

	@Option(names = "--network", paramLabel = "FILE", description = "fixed-points: the network to search in, a safetensors file; an untrained one without it.")
	Path network;

	@Option(names = "--seeds-file", paramLabel = "X.npy", description = "fixed-points: the states to start from, one per row; needs --network.")
	Path seedsFile;

	@Option(names = "--tolerance", paramLabel = "Q", description = "fixed-points: largest q of a point, with --network.")
	double tolerance = FixedPointSettings.DEFAULTS.slowTolerance();

	@Option(names = "--json", description = "Print the result as JSON.")
	boolean json;

	private ContributionRegistry registry;
	private Precision numbers;
	private final List<Map<String, Object>> results = new ArrayList<>();

	@Override
	public Integer call() throws UsageException, IOException, ContributionException {
		registry = ContributionRegistry.read();
		requireSensible();
		NativeRuntime.load();
		Map<String, Object> content = new LinkedHashMap<>(Machine.describe());
		content.put("precision", numbers.word());
		content.put("threads", threads());
		ProductPeak peak = null;
		if (subject == Subject.train) {
			peak = ProductPeak.find();
			content.put("peak_gigaflops", round(peak.gigaflops()));
		}
		if (!json) {
			content.forEach((name, value) -> terminal.result(name.replace('_', ' ') + ": " + value));
		}
		measure(peak);
		if (json) {
			content.put("cases", results);
			terminal.result(Json.pretty(content).stripTrailing());
		}
		return ExitCode.DONE;
	}

	private void requireSensible() throws UsageException {
		try {
			numbers = Precision.of(precision);
		} catch (IllegalArgumentException e) {
			throw new UsageException("bench --precision: " + e.getMessage());
		}
		for (String cell : cells == null ? List.<String>of() : cells) {
			if (registry.find(ContributionKind.ARCHITECTURE, cell).isEmpty()) {
				throw new UsageException("bench --cell " + cell + ": no such architecture; see nullcline list architectures");
			}
		}
		requirePositive("--hidden", hidden);
		requirePositive("--batch", batch);
		requirePositive("--steps", steps);
		requirePositive("--networks", networks);
		requirePositive("--samples", samples);
		requirePositive("--units", units);
		requirePositive("--components", components);
		requirePositive("--jobs", List.of(jobs));
		if (network == null && seedsFile != null || network != null && subject != Subject.fixedPoints) {
			throw new UsageException("bench: --network is for fixed-points, and --seeds-file needs it");
		}
		if (!(tolerance > 0 && tolerance <= 1)) {
			throw new UsageException("bench --tolerance " + tolerance + ": expected a number above 0, at most 1");
		}
	}

	private int threads() {
		return switch (subject) {
		case population -> jobs;
		case distances, residency -> Runtime.getRuntime().availableProcessors();
		default -> 1;
		};
	}

	private static void requirePositive(String option, List<Integer> values) throws UsageException {
		for (int value : values == null ? List.<Integer>of() : values) {
			if (value < 1) {
				throw new UsageException("bench " + option + " " + value + ": expected a whole number above 0");
			}
		}
	}

	private void measure(ProductPeak peak) throws UsageException, IOException, ContributionException {
		switch (subject) {
		case train -> {
			for (String cell : or(cells, List.copyOf(TrainingBenchmark.CELLS.keySet()))) {
				for (int units : or(hidden, List.of(64, 128, 256))) {
					for (int trials : or(batch, List.of(64))) {
						for (int time : or(steps, List.of(100))) {
							show(TrainingBenchmark.measure(registry, cell, units, trials, time, numbers, peak));
						}
					}
				}
			}
		}
		case sinkhorn -> {
			for (int sequences : or(batch, List.of(4096))) {
				for (int time : or(steps, List.of(100))) {
					show(SinkhornBenchmark.measure(sequences, time, or(hidden, List.of(3)).getFirst()));
				}
			}
		}
		case population -> {
			for (String cell : or(cells, List.of("gru"))) {
				for (int units : or(hidden, List.of(64))) {
					for (int size : or(networks, List.of(2))) {
						int each = Math.max(10, 100 / size);
						show(PopulationBenchmark.measure(registry, cell, units, or(batch, List.of(64)).getFirst(),
								or(steps, List.of(100)).getFirst(), numbers, size, jobs, each));
					}
				}
			}
		}
		case distances -> {
			for (int size : or(networks, List.of(500))) {
				for (int states : or(samples, List.of(10000))) {
					for (int width : or(units, List.of(64))) {
						for (int count : or(components, List.of(10))) {
							show(DistanceBenchmark.measure(registry, size, states, width, count));
						}
					}
				}
			}
		}
		case residency -> {
			for (int width : or(hidden, List.of(150))) {
				for (int states : or(batch, List.of(10000))) {
					ResidencyBenchmark.measure(registry, width, states, or(steps, List.of(60)).getFirst()).forEach(this::show);
				}
			}
		}
		case fixedPoints -> {
			if (network != null) {
				measureNetwork();
				return;
			}
			for (String cell : or(cells, List.of("gru"))) {
				for (int units : or(hidden, List.of(64))) {
					show(FixedPointBenchmark.measure(registry, cell, units, or(batch, List.of(1024)).getFirst()));
				}
			}
		}
		}
	}

	private void measureNetwork() throws UsageException, IOException, ContributionException {
		NetworkFile.Loaded loaded = NetworkFile.read(network, registry);
		int size = loaded.network().cell().state().size();
		double[][] seeds;
		if (seedsFile == null) {
			seeds = SeedStates.around(NativeArrays.values(loaded.network().initialStates(1)),
					or(batch, List.of(1024)).getFirst(), 0.5, RandomStreams.of(1).stream("seeds"));
		} else {
			INDArray given = NumpyFiles.read(seedsFile);
			if (given.rank() != 2 || given.size(0) < 1 || given.size(1) != size) {
				throw new UsageException(seedsFile + ": has the shape " + Arrays.toString(given.shape()) + ", expected [seeds, "
						+ size + "]");
			}
			seeds = NativeArrays.rows(given);
		}
		show(FixedPointBenchmark.measure(loaded.network(), loaded.metadata().get("architecture"), seeds, tolerance));
	}

	private static <T> List<T> or(List<T> given, List<T> otherwise) {
		return given == null ? otherwise : given;
	}

	private void show(BenchmarkCase measured) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("cell", measured.cell());
		row.put("hidden", measured.hidden());
		row.put("batch", measured.batch());
		row.put("steps", measured.steps());
		row.put("median_ms", round(measured.timing().median()));
		row.put("minimum_ms", round(measured.timing().minimum()));
		row.put("low_quarter_ms", round(measured.timing().lowQuarter()));
		row.put("high_quarter_ms", round(measured.timing().highQuarter()));
		row.put("maximum_ms", round(measured.timing().maximum()));
		row.put("repetitions", measured.timing().repetitions());
		measured.measures().forEach((name, value) -> row.put(name, round(value)));
		results.add(row);
		if (!json) {
			StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-8s H %4d  batch %4d  T %4d  %9.3f ms (%.3f to %.3f)",
					measured.cell(), measured.hidden(), measured.batch(), measured.steps(), measured.timing().median(),
					measured.timing().lowQuarter(), measured.timing().highQuarter()));
			measured.measures().forEach((name, value) -> line.append(String.format(Locale.ROOT, "  %s %.4g", name.replace('_', ' '), value)));
			terminal.result(line.toString());
		}
	}

	private static double round(double value) {
		return Math.round(value * 1e4) / 1e4;
	}
}

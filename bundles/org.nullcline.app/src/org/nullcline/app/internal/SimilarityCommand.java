package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.distance.CentredStates;
import org.nullcline.core.distance.DistanceProperties;
import org.nullcline.core.distance.Invariance;
import org.nullcline.core.distance.StateDistance;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.linearalgebra.NativeRuntime;
import org.nullcline.runs.Json;
import org.nullcline.runs.NumpyFiles;
import org.nullcline.similarity.NamedDistance;
import org.nullcline.similarity.PairwiseDistances;
import org.nullcline.similarity.ParallelTasks;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code similarity}: the distance between two arrays of states. */
@CommandLine.Command(name = "similarity", description = "Measure how far the states of two networks are from each other.", footer = { "",
		"Arrays are [sample, unit] or [trial, time, unit], for example as rollout writes them. Sample i of one and sample i of the "
				+ "other are states on the same input; the numbers of units may differ. nullcline list distances shows the measures "
				+ "with their parameters." })
final class SimilarityCommand extends Command {

	@Parameters(index = "0", paramLabel = "A.npy", description = "States of one network, a NumPy file.")
	Path first;

	@Parameters(index = "1", paramLabel = "B.npy", description = "States of the other.")
	Path second;

	@Option(names = "--measure", paramLabel = "M", description = "The distance: svcca, cca, pwcca, procrustes, cka, rsa or that of a plug-in; svcca without it.")
	String measure = "svcca";

	@Option(names = "--set", paramLabel = "PARAMETER=VALUE", description = "Change a parameter of the distance.")
	List<String> settings = List.of();

	@Option(names = "--json", description = "Print the result as JSON.")
	boolean json;

	/**
	 * States as they were read.
	 *
	 * @param shape  of the array
	 * @param values one sample after the other
	 */
	private record States(Path file, long[] shape, double[] values) {

		int units() {
			return (int) shape[shape.length - 1];
		}

		int samples() {
			return values.length / units();
		}
	}

	/** What is known of one array, for the answer. */
	private record Described<P>(int rank, P prepared) {
	}

	@Override
	public Integer call() throws UsageException, IOException, ContributionException {
		// The library is loaded while the plug-ins are found: together they take longer than most distances.
		CompletableFuture.runAsync(NativeRuntime::load);
		NamedDistance distance = distance();
		NativeRuntime.load();
		List<States> states = inParallel(() -> read(first), () -> read(second));
		requireSameSamples(states.get(0), states.get(1));
		measure(distance, distance.distance(), states.get(0), states.get(1));
		return ExitCode.DONE;
	}

	/** Both pieces of work at once; the first problem is thrown as it is. */
	private static <T> List<T> inParallel(Callable<T> one, Callable<T> other) throws UsageException, IOException {
		try {
			return ParallelTasks.run(List.of(one, other), new NullProgressMonitor());
		} catch (ExecutionException e) {
			switch (e.getCause()) {
			case UsageException unusable -> throw unusable;
			case IOException unreadable -> throw unreadable;
			default -> throw new IllegalStateException(e.getCause());
			}
		}
	}

	private NamedDistance distance() throws UsageException, ContributionException {
		Settings parsed = Settings.parse(settings, measure);
		if (!parsed.ofTask().isEmpty()) {
			throw new UsageException("similarity --set task." + parsed.ofTask().keySet().iterator().next() + ": there is no task");
		}
		try {
			return NamedDistance.of(ContributionRegistry.read(), measure, parsed.own());
		} catch (IllegalArgumentException e) {
			throw new UsageException("similarity: " + e.getMessage());
		}
	}

	private static States read(Path file) throws IOException, UsageException {
		INDArray array = NumpyFiles.read(file);
		if ((array.rank() != 2 && array.rank() != 3) || array.length() == 0) {
			throw new UsageException(file + ": expected an array of shape [sample, unit] or [trial, time, unit], found "
					+ Arrays.toString(array.shape()));
		}
		return new States(file, array.shape(), NativeArrays.values(array));
	}

	private static void requireSameSamples(States a, States b) throws UsageException {
		boolean alike = a.shape.length == b.shape.length
				? Arrays.equals(Arrays.copyOf(a.shape, a.shape.length - 1), Arrays.copyOf(b.shape, b.shape.length - 1))
				: a.samples() == b.samples();
		if (!alike) {
			throw new UsageException(b.file + ": has the shape " + Arrays.toString(b.shape) + ", but " + a.file + " has "
					+ Arrays.toString(a.shape) + "; both must hold the same trials and time steps, or as many samples");
		}
	}

	private <P> void measure(NamedDistance named, StateDistance<P> distance, States a, States b)
			throws UsageException, IOException {
		long start = System.nanoTime();
		List<Described<P>> described = inParallel(() -> prepare(distance, a), () -> prepare(distance, b));
		double value;
		try {
			value = PairwiseDistances.requireNumber(distance,
					distance.distance(described.get(0).prepared, described.get(1).prepared));
		} catch (IllegalArgumentException e) {
			throw new UsageException(a.file + " and " + b.file + ": " + e.getMessage());
		}
		double seconds = (System.nanoTime() - start) / 1e9;
		if (json) {
			showJson(named, value, seconds, List.of(describe(a, described.get(0).rank), describe(b, described.get(1).rank)));
		} else {
			terminal.result(String.format(Locale.ROOT, "%s: %.10g", named.id(), value));
			terminal.result(distance.definition() + ", over " + a.samples() + " samples");
			terminal.result(a.file + ": " + a.units() + " units, varying in " + described.get(0).rank + " directions");
			terminal.result(b.file + ": " + b.units() + " units, varying in " + described.get(1).rank + " directions");
		}
	}

	private static <P> Described<P> prepare(StateDistance<P> distance, States states) throws UsageException {
		try (CentredStates centred = CentredStates.of(states.values, states.units())) {
			return new Described<>(centred.rank(), distance.prepare(centred));
		} catch (IllegalArgumentException e) {
			throw new UsageException(states.file + ": " + e.getMessage());
		}
	}

	private void showJson(NamedDistance named, double value, double seconds, List<Map<String, Object>> arrays) {
		DistanceProperties properties = named.distance().properties();
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("measure", named.id());
		content.put("parameters", named.parameters().values());
		content.put("definition", named.distance().definition());
		content.put("distance", value);
		content.put("symmetric", properties.symmetric());
		content.put("metric", properties.metric());
		content.put("invariantUnder", properties.invariances().stream().map(Invariance::words).toList());
		content.put("arrays", arrays);
		content.put("computationSeconds", Math.round(seconds * 1e4) / 1e4);
		terminal.result(Json.pretty(content).stripTrailing());
	}

	private static Map<String, Object> describe(States states, int rank) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("file", states.file.toAbsolutePath().normalize().toString());
		description.put("shape", states.shape);
		description.put("samples", states.samples());
		description.put("units", states.units());
		description.put("directions", rank);
		return description;
	}
}

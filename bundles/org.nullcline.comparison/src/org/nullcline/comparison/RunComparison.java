package org.nullcline.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.comparison.ReproductionReport.Comparison;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.Metrics;
import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.NumpyFiles;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.SafeTensors;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;

/** Compares everything that two executions of one run left behind: state, metrics, weights, and results. */
final class RunComparison {

	private static final Map<String, ToDoubleFunction<Measurement>> COLUMNS = new TreeMap<>(Map.of("step", Measurement::step,
			"loss", Measurement::loss, "fraction_variance_unexplained", Measurement::unexplained, "gradient_norm",
			Measurement::gradientNorm, "learning_rate", Measurement::learningRate, "validation_loss", Measurement::validationLoss));

	private final Path original;
	private final Path reproduced;
	private final double tolerance;
	private final List<Comparison> comparisons = new ArrayList<>();

	private RunComparison(Path original, Path reproduced, double tolerance) {
		this.original = original;
		this.reproduced = reproduced;
		this.tolerance = tolerance;
	}

	static List<Comparison> of(Path original, Path reproduced, double tolerance) throws IOException {
		RunComparison comparison = new RunComparison(original, reproduced, tolerance);
		comparison.compareStates();
		comparison.compareMetrics();
		comparison.compareWeights();
		comparison.compareResults();
		return comparison.comparisons;
	}

	private void compareStates() throws IOException {
		RunRecord before = RunRecord.read(original);
		RunRecord now = RunRecord.read(reproduced);
		if (before.runState() != now.runState()) {
			comparisons.add(NumberComparison.missing("state", 0, before.state() + " before, " + now.state() + " now"
					+ (now.message().isEmpty() ? "" : ": " + now.message())));
		}
		add("steps trained", new double[] { before.step() }, new double[] { now.step() });
	}

	private void compareMetrics() throws IOException {
		List<Measurement> before = Metrics.read(original);
		List<Measurement> now = Metrics.read(reproduced);
		COLUMNS.forEach((name, value) -> add("metrics: " + name, before.stream().mapToDouble(value).toArray(),
				now.stream().mapToDouble(value).toArray()));
	}

	private void compareWeights() throws IOException {
		Path file = original.resolve(NetworkFile.FILE);
		if (!Files.exists(file)) {
			return;
		}
		Path other = reproduced.resolve(NetworkFile.FILE);
		Map<String, INDArray> now = Files.exists(other) ? SafeTensors.read(other).tensors() : Map.of();
		SafeTensors.read(file).tensors().forEach((name, array) -> addArray("weights: " + name, array, now.get(name)));
	}

	private void compareResults() throws IOException {
		for (String analysis : analyses(original)) {
			StoredResult before = StoredResult.read(StudyFolder.resultFolder(original, analysis));
			StoredResult now;
			try {
				now = StoredResult.read(StudyFolder.resultFolder(reproduced, analysis));
			} catch (IOException e) {
				comparisons.add(NumberComparison.missing(analysis, 0, e.getMessage()));
				continue;
			}
			for (Map.Entry<String, Double> value : before.values().entrySet()) {
				Double other = now.values().get(value.getKey());
				if (value.getValue() != null) {
					add(analysis + ": " + value.getKey(), new double[] { value.getValue() },
							other == null ? new double[0] : new double[] { other });
				}
			}
			for (Map.Entry<String, Path> array : before.arrays().entrySet()) {
				Path other = now.arrays().get(array.getKey());
				addArray(analysis + ": " + array.getKey(), NumpyFiles.read(array.getValue()), other == null ? null : NumpyFiles.read(other));
			}
		}
	}

	/** Those of one network that can be read; damaged results cannot be reproduced. */
	static List<String> analyses(Path run) throws IOException {
		Path results = StudyFolder.resultFolder(run, "");
		if (!Files.isDirectory(results)) {
			return List.of();
		}
		try (java.util.stream.Stream<Path> folders = Files.list(results)) {
			return folders.filter(folder -> Files.exists(folder.resolve(StoredResult.FILE)))
					.map(folder -> folder.getFileName().toString()).sorted().toList();
		}
	}

	private void addArray(String what, INDArray before, INDArray now) {
		if (now == null) {
			comparisons.add(NumberComparison.missing(what, (int) before.length(), "missing"));
		} else {
			add(what, NativeArrays.values(before), NativeArrays.values(now));
		}
	}

	private void add(String what, double[] before, double[] now) {
		comparisons.add(NumberComparison.of(what, before, now, tolerance));
	}
}

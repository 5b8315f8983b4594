package org.nullcline.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Weights;

/**
 * The state of training between two steps: a safetensors file with the weights and, under {@code optimizer.NAME.}, what
 * the optimizer remembers. Random streams need no entry: each step has its own.
 *
 * @param step     weight updates so far
 * @param seconds  time spent so far
 * @param arrays   weights by name
 * @param memory   the optimizer's arrays, by its name and that of the weight
 * @param progress what the trainer remembers besides, by name
 */
public record Checkpoint(int step, double seconds, Map<String, INDArray> arrays,
		Map<String, Map<String, INDArray>> memory, Map<String, String> progress) {

	private static final String FOLDER = "checkpoints";
	private static final String BEST = "best.safetensors";
	private static final String OPTIMIZER = "optimizer.";
	private static final String PROGRESS = "training.";
	private static final int KEPT = 2;

	/** Takes the arrays as they are; written at once, so they are not copied. */
	public static Checkpoint of(int step, double seconds, Weights weights, Map<String, Weights> memory,
			Map<String, String> progress) {
		Map<String, Map<String, INDArray>> arrays = new LinkedHashMap<>();
		memory.forEach((name, moment) -> arrays.put(name, moment.arrays()));
		return new Checkpoint(step, seconds, weights.arrays(), arrays, progress);
	}

	/**
	 * Writes the checkpoint into a run folder and removes all but the newest two.
	 *
	 * @param description of the network, see {@link NetworkFile#metadata}
	 * @param kept        steps whose checkpoints are never removed
	 */
	public void write(Path runFolder, Map<String, String> description, IntPredicate kept) throws IOException {
		Map<String, INDArray> all = new LinkedHashMap<>(arrays);
		memory.forEach((name, moment) -> moment.forEach((weight, array) -> all.put(OPTIMIZER + name + "." + weight, array)));
		Map<String, String> metadata = new LinkedHashMap<>(description);
		metadata.put("step", Integer.toString(step));
		metadata.put("seconds", Double.toString(seconds));
		progress.forEach((name, value) -> metadata.put(PROGRESS + name, value));
		new SafeTensors(metadata, all).write(runFolder.resolve(FOLDER).resolve(String.format("step-%08d.safetensors", step)));
		keepNewest(runFolder, KEPT, kept);
	}

	/** The checkpoint files of a run, newest first. */
	public static List<Path> files(Path runFolder) throws IOException {
		Path folder = runFolder.resolve(FOLDER);
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.getFileName().toString().matches("step-\\d{8,9}\\.safetensors"))
					.sorted(Comparator.comparingInt(Checkpoint::stepOf).reversed()).toList();
		}
	}

	/** @throws MalformedFileException if the file is damaged or is no checkpoint */
	public static Checkpoint read(Path file) throws IOException {
		SafeTensors content = SafeTensors.read(file);
		Map<String, INDArray> arrays = new LinkedHashMap<>();
		Map<String, Map<String, INDArray>> memory = new LinkedHashMap<>();
		content.tensors().forEach((name, array) -> {
			int dot = name.indexOf('.', OPTIMIZER.length());
			if (name.startsWith(OPTIMIZER) && dot > 0) {
				memory.computeIfAbsent(name.substring(OPTIMIZER.length(), dot), key -> new LinkedHashMap<>())
						.put(name.substring(dot + 1), array);
			} else {
				arrays.put(name, array);
			}
		});
		Map<String, String> progress = new LinkedHashMap<>();
		content.metadata().forEach((name, value) -> {
			if (name.startsWith(PROGRESS)) {
				progress.put(name.substring(PROGRESS.length()), value);
			}
		});
		try {
			return new Checkpoint(Integer.parseInt(content.metadata().get("step")),
					Double.parseDouble(content.metadata().get("seconds")), arrays, memory, progress);
		} catch (NumberFormatException | NullPointerException e) {
			throw new MalformedFileException(file, "is no checkpoint: its step is missing");
		}
	}

	/** Removes all checkpoints of a finished run but the newest and those that are kept for good. */
	public static void keepNewest(Path runFolder, IntPredicate kept) throws IOException {
		keepNewest(runFolder, 1, kept);
	}

	/** Where the network with the smallest validation loss lies, if the training plan asks for it. */
	public static Path best(Path runFolder) {
		return runFolder.resolve(FOLDER).resolve(BEST);
	}

	/**
	 * Writes the network with the smallest validation loss so far.
	 *
	 * @param description of the network, see {@link NetworkFile#metadata}
	 */
	public static void writeBest(Path runFolder, Map<String, String> description, int step, double validationLoss,
			Weights weights) throws IOException {
		Map<String, String> metadata = new LinkedHashMap<>(description);
		metadata.put("step", Integer.toString(step));
		metadata.put("validation_loss", Double.toString(validationLoss));
		new SafeTensors(metadata, weights.arrays()).write(best(runFolder));
	}

	private static void keepNewest(Path runFolder, int newest, IntPredicate kept) throws IOException {
		List<Path> files = files(runFolder);
		for (Path old : files.subList(Math.min(newest, files.size()), files.size())) {
			if (!kept.test(stepOf(old))) {
				Files.deleteIfExists(old);
			}
		}
	}

	/** The step in the name of a checkpoint file. */
	public static int stepOf(Path file) {
		String name = file.getFileName().toString();
		return Integer.parseInt(name.substring("step-".length(), name.indexOf('.')));
	}
}

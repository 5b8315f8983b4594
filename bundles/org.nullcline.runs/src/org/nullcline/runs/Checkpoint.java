package org.nullcline.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Weights;

/**
 * The state of training between two steps: a safetensors file with the weights and, under {@code optimizer.NAME.}, what
 * the optimizer remembers. Random streams need no entry: each step has its own.
 *
 * @param step    weight updates so far
 * @param seconds time spent so far
 * @param arrays  weights by name
 * @param memory  the optimizer's arrays, by its name and that of the weight
 */
public record Checkpoint(int step, double seconds, Map<String, INDArray> arrays,
		Map<String, Map<String, INDArray>> memory) {

	private static final String FOLDER = "checkpoints";
	private static final String PREFIX = "optimizer.";
	private static final int KEPT = 2;

	/** Takes the arrays as they are; written at once, so they are not copied. */
	public static Checkpoint of(int step, double seconds, Weights weights, Map<String, Weights> memory) {
		Map<String, Map<String, INDArray>> arrays = new LinkedHashMap<>();
		memory.forEach((name, moment) -> arrays.put(name, moment.arrays()));
		return new Checkpoint(step, seconds, weights.arrays(), arrays);
	}

	/** Writes the checkpoint into a run folder and removes all but the newest two. */
	public void write(Path runFolder) throws IOException {
		Map<String, INDArray> all = new LinkedHashMap<>(arrays);
		memory.forEach((name, moment) -> moment.forEach((weight, array) -> all.put(PREFIX + name + "." + weight, array)));
		new SafeTensors(Map.of("step", Integer.toString(step), "seconds", Double.toString(seconds)), all)
				.write(runFolder.resolve(FOLDER).resolve(String.format("step-%08d.safetensors", step)));
		List<Path> files = files(runFolder);
		for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
			Files.deleteIfExists(old);
		}
	}

	/** The checkpoint files of a run, newest first. */
	public static List<Path> files(Path runFolder) throws IOException {
		Path folder = runFolder.resolve(FOLDER);
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.getFileName().toString().matches("step-\\d{8,}\\.safetensors"))
					.sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed()).toList();
		}
	}

	/** @throws MalformedFileException if the file is damaged or is no checkpoint */
	public static Checkpoint read(Path file) throws IOException {
		SafeTensors content = SafeTensors.read(file);
		Map<String, INDArray> arrays = new LinkedHashMap<>();
		Map<String, Map<String, INDArray>> memory = new LinkedHashMap<>();
		content.tensors().forEach((name, array) -> {
			int dot = name.indexOf('.', PREFIX.length());
			if (name.startsWith(PREFIX) && dot > 0) {
				memory.computeIfAbsent(name.substring(PREFIX.length(), dot), key -> new LinkedHashMap<>())
						.put(name.substring(dot + 1), array);
			} else {
				arrays.put(name, array);
			}
		});
		try {
			return new Checkpoint(Integer.parseInt(content.metadata().get("step")),
					Double.parseDouble(content.metadata().get("seconds")), arrays, memory);
		} catch (NumberFormatException | NullPointerException e) {
			throw new MalformedFileException(file, "is no checkpoint: its step is missing");
		}
	}

	/** Removes all checkpoints of a finished run but the newest. */
	public static void keepNewest(Path runFolder) throws IOException {
		List<Path> files = new ArrayList<>(files(runFolder));
		for (int i = 1; i < files.size(); i++) {
			Files.deleteIfExists(files.get(i));
		}
	}
}

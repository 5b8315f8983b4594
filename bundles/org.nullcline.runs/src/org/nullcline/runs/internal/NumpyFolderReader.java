package org.nullcline.runs.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.exchange.ArrayReader;
import org.nullcline.runs.NumpyFiles;

/** A folder of {@code .npy} files that are named after their arrays. */
public final class NumpyFolderReader implements ArrayReader {

	private static final String ENDING = ".npy";

	@Override
	public boolean recognizes(Path file, byte[] start) throws IOException {
		return Files.isDirectory(file) && !files(file).isEmpty();
	}

	@Override
	public Map<String, INDArray> read(Path folder) throws IOException {
		Map<String, INDArray> arrays = new LinkedHashMap<>();
		for (Path file : files(folder)) {
			arrays.put(name(file), NumpyFiles.read(file));
		}
		return arrays;
	}

	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> content = Files.list(folder)) {
			return content.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().toList();
		}
	}

	/** What the array of a file is called. */
	static String name(Path file) {
		String name = file.getFileName().toString();
		return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
	}
}

package org.nullcline.runs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Reads named arrays from whatever file holds them: safetensors, NumPy's {@code .npz}, a {@code .npy} file, or a folder of
 * {@code .npy} files that are named after their arrays. The content decides, not the ending.
 */
public final class ArrayFiles {

	private static final String ENDING = ".npy";

	private ArrayFiles() {
	}

	/**
	 * Reads all arrays, double precision, in the order of the file.
	 *
	 * @throws MalformedFileException with the reason and the way out, if the file is of no such kind or damaged
	 */
	public static Map<String, INDArray> read(Path file) throws IOException {
		if (Files.isDirectory(file)) {
			return folder(file);
		}
		byte[] start = start(file);
		if (isSafeTensors(start)) {
			return SafeTensors.read(file).tensors();
		}
		if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 'P', 'K', 5, 6)) {
			return NumpyArchives.read(file);
		}
		if (NumpyFormat.isMagic(start)) {
			return Map.of(name(file), NumpyFiles.read(file));
		}
		if (startsWith(start, 0x80) || startsWith(start, 'c', 'c', 'o', 'p', 'y')) {
			throw new MalformedFileException(file, "holds Python objects (pickle), which are never read; save the arrays with"
					+ " safetensors.torch.save_file or numpy.savez");
		}
		if (startsWith(start, 0x89, 'H', 'D', 'F')) {
			throw new MalformedFileException(file, "is an HDF5 file, which cannot be read; save the arrays with numpy.savez, for"
					+ " Keras numpy.savez(FILE, **{w.path: w.numpy() for w in model.weights})");
		}
		String ending = file.getFileName().toString();
		if (ending.endsWith(".npz") || ending.endsWith(ENDING)) {
			throw new MalformedFileException(file, "does not begin as a file of NumPy does: damaged, or of another kind");
		}
		return SafeTensors.read(file).tensors();
	}

	private static Map<String, INDArray> folder(Path folder) throws IOException {
		List<Path> files;
		try (Stream<Path> content = Files.list(folder)) {
			files = content.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().toList();
		}
		if (files.isEmpty()) {
			throw new IOException(folder + ": is a folder without .npy files; name a file");
		}
		Map<String, INDArray> arrays = new LinkedHashMap<>();
		for (Path file : files) {
			arrays.put(name(file), NumpyFiles.read(file));
		}
		return arrays;
	}

	private static String name(Path file) {
		String name = file.getFileName().toString();
		return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
	}

	private static byte[] start(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(9);
		} catch (NoSuchFileException e) {
			throw new IOException(file + ": no such file", e);
		} catch (java.nio.file.AccessDeniedException e) {
			throw new IOException(file + ": cannot be read: permission denied", e);
		}
	}

	/** Eight bytes with a length below four gigabytes, then JSON. The length may begin like the mark of any other format. */
	private static boolean isSafeTensors(byte[] start) {
		return start.length == 9 && start[4] == 0 && start[5] == 0 && start[6] == 0 && start[7] == 0 && start[8] == '{';
	}

	private static boolean startsWith(byte[] start, int... expected) {
		for (int i = 0; i < expected.length; i++) {
			if (i >= start.length || (start[i] & 0xFF) != expected[i]) {
				return false;
			}
		}
		return true;
	}
}

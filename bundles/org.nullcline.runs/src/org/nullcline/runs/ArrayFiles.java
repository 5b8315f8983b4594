package org.nullcline.runs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.ILog;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.exchange.ArrayReader;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.PluginCalls;

/**
 * Reads named arrays from whatever file holds them, by the importers of all plug-ins: safetensors, NumPy's {@code .npz}, a
 * {@code .npy} file, or a folder of {@code .npy} files that are named after their arrays, and what others add. The content
 * decides, not the ending.
 */
public final class ArrayFiles {

	private static final int START = 64;

	private ArrayFiles() {
	}

	/**
	 * Reads all arrays, double precision, in the order of the file.
	 *
	 * @throws MalformedFileException with the reason and the way out, if the file is of no such kind or damaged
	 */
	public static Map<String, INDArray> read(Path file) throws IOException {
		byte[] start = Files.isDirectory(file) ? new byte[0] : start(file);
		for (Contribution importer : ContributionRegistry.read(ContributionKind.IMPORTER).all(ContributionKind.IMPORTER)) {
			if (importer.problem().isEmpty()) {
				try {
					ArrayReader reader = importer.instantiate(ArrayReader.class);
					if (PluginCalls.promptly(importer, "looking at " + file, () -> reader.recognizes(file, start))) {
						return content(importer, reader, file);
					}
				} catch (ContributionException e) {
					// It may not have been meant for this file.
					ILog.of(ArrayFiles.class).warn("An importer was passed over", e);
				} catch (ExecutionException e) {
					if (e.getCause() instanceof IOException unreadable) {
						throw unreadable;
					}
					// Such as memory that it asks for in vain: this file may be of another format.
					ILog.of(ArrayFiles.class).warn("Plug-in " + importer.plugin() + ", " + importer.label() + " failed while looking at " + file,
							e.getCause());
				} catch (IllegalArgumentException e) {
					throw failed(importer, file, e);
				}
			}
		}
		if (Files.isDirectory(file)) {
			throw new IOException(file + ": is a folder without .npy files; name a file");
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
		if (ending.endsWith(".npz") || ending.endsWith(".npy")) {
			throw new MalformedFileException(file, "does not begin as a file of NumPy does: damaged, or of another kind");
		}
		return SafeTensors.read(file).tensors();
	}

	private static Map<String, INDArray> content(Contribution importer, ArrayReader reader, Path file) throws IOException {
		Map<String, INDArray> arrays;
		try {
			arrays = reader.read(file);
		} catch (RuntimeException | Error e) {
			throw failed(importer, file, e);
		}
		if (arrays == null || arrays.values().stream().anyMatch(Objects::isNull)) {
			throw new IOException(file + ": plug-in " + importer.plugin() + ", " + importer.label() + " gave "
					+ (arrays == null ? "nothing" : "nothing for one of its arrays"));
		}
		return arrays;
	}

	private static IOException failed(Contribution importer, Path file, Throwable e) {
		return new IOException(file + ": plug-in " + importer.plugin() + ", " + importer.label() + " failed: " + e, e);
	}

	private static byte[] start(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(START);
		} catch (NoSuchFileException e) {
			throw new IOException(file + ": no such file", e);
		} catch (java.nio.file.AccessDeniedException e) {
			throw new IOException(file + ": cannot be read: permission denied", e);
		}
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

package org.nullcline.runs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Precision;

/** Reads and writes one array as NumPy's {@code .npy}; written are version 1.0, little-endian doubles in C order. */
public final class NumpyFiles {

	private NumpyFiles() {
	}

	/** Writes an array atomically. */
	public static void write(Path file, INDArray array) throws IOException {
		AtomicFiles.write(file, out -> NumpyFormat.write(out, array, Precision.DOUBLE));
	}

	/**
	 * Reads an array of real numbers, integers or truth values in C or Fortran order, widened to doubles.
	 *
	 * @throws MalformedFileException if the file is damaged, too large, or holds anything else
	 */
	public static INDArray read(Path file) throws IOException {
		if (Files.isDirectory(file)) {
			throw new IOException(file + ": is a folder; expected a .npy file");
		}
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			return new NumpyFormat(file, "").read(in, Files.size(file));
		} catch (NoSuchFileException e) {
			throw new IOException(file + ": no such file", e);
		}
	}

	/** Whether a file that begins with these bytes is one of NumPy's {@code .npy}. */
	public static boolean isNumpy(byte[] start) {
		return NumpyFormat.isMagic(start);
	}
}

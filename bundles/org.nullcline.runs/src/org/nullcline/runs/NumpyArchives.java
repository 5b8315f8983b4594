package org.nullcline.runs;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Precision;

/** Reads and writes named arrays as NumPy's {@code .npz}: a zip archive of {@code .npy} files. Nothing is ever unpickled. */
public final class NumpyArchives {

	private static final String ENDING = ".npy";

	private static final int MOST_ARRAYS = 10_000;

	/** What NumPy writes, so that equal arrays give equal files. */
	private static final java.time.LocalDateTime TIME = java.time.LocalDateTime.of(1980, 1, 1, 0, 0);

	private NumpyArchives() {
	}

	/** Writes arrays atomically, in the given order and not compressed, as {@code numpy.savez} does. */
	public static void write(Path file, Map<String, INDArray> arrays, Precision precision) throws IOException {
		AtomicFiles.write(file, out -> {
			ZipOutputStream zip = new ZipOutputStream(out);
			// Level 0: stored blocks, without having to know the checksum first.
			zip.setLevel(0);
			for (Map.Entry<String, INDArray> array : arrays.entrySet()) {
				ZipEntry entry = new ZipEntry(array.getKey() + ENDING);
				entry.setTimeLocal(TIME);
				zip.putNextEntry(entry);
				NumpyFormat.write(zip, array.getValue(), precision);
				zip.closeEntry();
			}
			zip.finish();
		});
	}

	/**
	 * Reads all arrays, widened to doubles.
	 *
	 * @throws MalformedFileException if the archive is damaged, too large, or holds anything but arrays of numbers
	 */
	public static Map<String, INDArray> read(Path file) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			List<? extends ZipEntry> entries = Collections.list(zip.entries());
			check(entries, file);
			Map<String, INDArray> arrays = new LinkedHashMap<>();
			for (ZipEntry entry : entries) {
				String name = entry.getName().substring(0, entry.getName().length() - ENDING.length());
				if (arrays.put(name, read(zip, entry, new NumpyFormat(file, "array '" + name + "' "))) != null) {
					throw new MalformedFileException(file, "holds two arrays '" + name + "'");
				}
			}
			return arrays;
		} catch (ZipException | EOFException | IllegalArgumentException e) {
			throw new MalformedFileException(file, "is a damaged or truncated zip archive (" + e.getMessage() + ")");
		}
	}

	/** All entries together must not be larger than one array may be: a small archive can promise any size. */
	private static void check(List<? extends ZipEntry> entries, Path file) throws MalformedFileException {
		if (entries.isEmpty() || entries.size() > MOST_ARRAYS) {
			throw new MalformedFileException(file, "holds " + entries.size() + " arrays");
		}
		long total = 0;
		for (ZipEntry entry : entries) {
			String name = entry.getName();
			if (name.endsWith(".pkl")) {
				throw new MalformedFileException(file, "is a file of torch.save: it holds Python objects (pickle, '" + name
						+ "'), which are never read; save with safetensors.torch.save_file(model.state_dict(), FILE)");
			}
			if (!name.endsWith(ENDING)) {
				throw new MalformedFileException(file, "holds '" + name + "', which is no .npy array");
			}
			if (entry.getSize() < 0 || (total += entry.getSize()) > NumpyFormat.MOST_VALUES * Double.BYTES) {
				throw new MalformedFileException(file, "is said to hold more than " + (NumpyFormat.MOST_VALUES * Double.BYTES >> 20)
						+ " megabytes of numbers");
			}
		}
	}

	private static INDArray read(ZipFile zip, ZipEntry entry, NumpyFormat format) throws IOException {
		CheckedInputStream in = new CheckedInputStream(new BufferedInputStream(zip.getInputStream(entry)), new CRC32());
		INDArray array = format.read(in, entry.getSize());
		if (in.read() >= 0) {
			throw format.malformed("is longer than the archive says");
		}
		// The library compares checksums only for streams, not for files.
		if (in.getChecksum().getValue() != entry.getCrc()) {
			throw format.malformed("does not have the checksum that the archive gives: damaged");
		}
		return array;
	}
}

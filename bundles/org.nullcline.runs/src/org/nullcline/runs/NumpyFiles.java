package org.nullcline.runs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.NativeArrays;

/** Writes arrays as NumPy's {@code .npy}, version 1.0, little-endian doubles in C order. */
public final class NumpyFiles {

	private NumpyFiles() {
	}

	/** Writes an array atomically. */
	public static void write(Path file, INDArray array) throws IOException {
		double[] values = NativeArrays.values(array);
		String shape = Arrays.stream(array.shape()).mapToObj(Long::toString).collect(Collectors.joining(", "));
		String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + shape + (array.rank() == 1 ? ",)" : ")")
				+ ", }";
		// Magic, version and length take ten bytes; the whole head ends with a new line on a 64-byte boundary.
		int padding = Math.floorMod(-(10 + header.length() + 1), 64);
		byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
		AtomicFiles.write(file, out -> {
			out.write(0x93);
			out.write("NUMPY".getBytes(StandardCharsets.US_ASCII));
			out.write(new byte[] { 1, 0, (byte) text.length, (byte) (text.length >>> 8) });
			out.write(text);
			ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
			bytes.asDoubleBuffer().put(values);
			out.write(bytes.array());
		});
	}
}

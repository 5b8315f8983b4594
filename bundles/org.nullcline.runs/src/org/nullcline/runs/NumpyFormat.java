package org.nullcline.runs;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Precision;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * One array in NumPy's format (NEP 1; versions 1.0 to 3.0), as it lies in a {@code .npy} file and in the entries of an
 * {@code .npz} archive.
 *
 * @param file  for messages
 * @param array what messages call the array, followed by a space; empty for a file that holds one array
 */
record NumpyFormat(Path file, String array) {

	/** More numbers than this, a gigabyte as doubles, are taken for damage or an attack. */
	static final long MOST_VALUES = 1L << 27;

	/** What NumPy refuses to parse itself unless told otherwise, rounded up. */
	private static final int LONGEST_HEADER = 1 << 14;

	private static final int LARGEST_RANK = 8;

	private static final byte[] MAGIC = { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y' };

	private static final int CHUNK = 1 << 13;

	/** Why an array of Python objects is refused. */
	static final String PICKLE = "holds Python objects (pickle), which are never read; save with numpy.savez of plain arrays";

	/** Whether bytes begin as the format does. */
	static boolean isMagic(byte[] start) {
		return start.length >= MAGIC.length && Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
	}

	/**
	 * Reads an array, its numbers widened to doubles; an array without dimensions becomes one of a single number.
	 *
	 * @param size how many bytes the stream has, header included
	 * @throws MalformedFileException if anything contradicts the format, before memory is taken for the numbers
	 */
	INDArray read(InputStream stream, long size) throws IOException {
		DataInputStream in = new DataInputStream(stream);
		try {
			byte[] start = new byte[8];
			in.readFully(start);
			if (!isMagic(start)) {
				throw malformed("is no array in NumPy's format");
			}
			int version = start[6];
			if (version < 1 || version > 3) {
				throw malformed("has version " + start[6] + "." + start[7] + " of NumPy's format; known are 1.0 to 3.0");
			}
			long length = version == 1 ? Short.toUnsignedLong(Short.reverseBytes(in.readShort()))
					: Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
			long before = version == 1 ? 10 : 12;
			if (length > LONGEST_HEADER || before + length > size) {
				throw malformed("is said to have a header of " + length + " bytes in " + size + ": damaged or truncated");
			}
			byte[] text = new byte[(int) length];
			in.readFully(text);
			NumpyHeader header = header(new String(text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
			check(header, size - before - length);
			return numbers(in, header);
		} catch (EOFException e) {
			throw malformed("ends too early: truncated");
		}
	}

	/** Writes an array, version 1.0, little-endian in C order. */
	static void write(OutputStream out, INDArray array, Precision precision) throws IOException {
		boolean single = precision == Precision.SINGLE;
		String shape = Arrays.stream(array.shape()).mapToObj(Long::toString).collect(Collectors.joining(", "));
		String header = "{'descr': '" + (single ? "<f4" : "<f8") + "', 'fortran_order': False, 'shape': (" + shape
				+ (array.rank() == 1 ? ",)" : ")") + ", }";
		// Magic, version and length take ten bytes; the whole head ends with a new line on a 64-byte boundary.
		int padding = Math.floorMod(-(10 + header.length() + 1), 64);
		byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
		out.write(MAGIC);
		out.write(new byte[] { 1, 0, (byte) text.length, (byte) (text.length >>> 8) });
		out.write(text);
		INDArray dense = NativeArrays.dense(array);
		MemorySegment memory = NativeArrays.memory(dense);
		ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		for (long i = 0; i < dense.length(); i++) {
			double value = memory.getAtIndex(ValueLayout.JAVA_DOUBLE, i);
			if (single) {
				bytes.putFloat((float) value);
			} else {
				bytes.putDouble(value);
			}
			if (bytes.remaining() < Double.BYTES || i == dense.length() - 1) {
				out.write(bytes.array(), 0, bytes.position());
				bytes.clear();
			}
		}
		Reference.reachabilityFence(dense);
	}

	private NumpyHeader header(String text) throws MalformedFileException {
		try {
			return NumpyHeader.parse(text);
		} catch (IllegalArgumentException e) {
			throw malformed(e.getMessage());
		}
	}

	private void check(NumpyHeader header, long available) throws MalformedFileException {
		if (header.shape().length > LARGEST_RANK) {
			throw malformed("has " + header.shape().length + " dimensions");
		}
		long values = 1;
		for (long size : header.shape()) {
			if (size == 0) {
				throw malformed("is empty: its shape is " + Arrays.toString(header.shape()));
			}
			if (size > MOST_VALUES || values * size > MOST_VALUES) {
				throw malformed("is said to have the shape " + Arrays.toString(header.shape()) + ", more than " + MOST_VALUES
						+ " numbers");
			}
			values *= size;
		}
		long needed = values * header.type().width();
		if (needed != available) {
			throw malformed("of shape " + Arrays.toString(header.shape()) + " needs " + needed + " bytes, there are " + available
					+ (needed > available ? ": truncated" : ""));
		}
	}

	private INDArray numbers(DataInputStream in, NumpyHeader header) throws IOException {
		long[] shape = header.shape().length == 0 ? new long[] { 1 } : header.shape();
		// In Fortran order the numbers are those of the array with reversed dimensions in C order.
		boolean reversed = header.fortranOrder() && shape.length > 1;
		INDArray array = NativeArrays.zeros(reversed ? reverse(shape) : shape);
		MemorySegment memory = NativeArrays.memory(array);
		NumpyType type = header.type();
		byte[] chunk = new byte[CHUNK * type.width()];
		ByteBuffer bytes = ByteBuffer.wrap(chunk).order(type.order());
		for (long done = 0; done < array.length();) {
			int count = (int) Math.min(CHUNK, array.length() - done);
			in.readFully(chunk, 0, count * type.width());
			for (int i = 0; i < count; i++) {
				memory.setAtIndex(ValueLayout.JAVA_DOUBLE, done + i, type.get(bytes, i * type.width()));
			}
			done += count;
		}
		Reference.reachabilityFence(array);
		if (!reversed) {
			return array;
		}
		int[] axes = new int[shape.length];
		Arrays.setAll(axes, axis -> shape.length - 1 - axis);
		return array.permute(axes).dup('c');
	}

	private static long[] reverse(long[] shape) {
		long[] reversed = new long[shape.length];
		Arrays.setAll(reversed, axis -> shape[shape.length - 1 - axis]);
		return reversed;
	}

	MalformedFileException malformed(String reason) {
		return new MalformedFileException(file, array + reason);
	}
}

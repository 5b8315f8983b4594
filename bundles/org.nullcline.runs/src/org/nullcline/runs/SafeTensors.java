package org.nullcline.runs;

import java.io.IOException;
import java.io.StringReader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Precision;
import org.nullcline.linearalgebra.NativeArrays;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.Strictness;

/**
 * Reads and writes the safetensors format (https://github.com/huggingface/safetensors, "Format"): eight bytes with the
 * length of a JSON header, the header, the numbers. Written are doubles or floats; read is any type of real numbers,
 * integers or truth values of at most 64 bits.
 *
 * @param metadata free texts of the header
 * @param tensors  arrays by name, double precision
 */
public record SafeTensors(Map<String, String> metadata, Map<String, INDArray> tensors) {

	/** As in the reference implementation: a longer header is taken for an attack. */
	private static final long LONGEST_HEADER = 100_000_000;

	private static final int LARGEST_RANK = 8;

	private record Entry(String name, String type, List<Long> shape, long begin, long end) {
	}

	/** Writes a file atomically, in double precision; arrays in the given order. */
	public void write(Path file) throws IOException {
		write(file, Precision.DOUBLE);
	}

	/** Writes a file atomically, the numbers rounded to a precision; arrays in the given order. */
	public void write(Path file, Precision precision) throws IOException {
		boolean single = precision == Precision.SINGLE;
		int width = single ? Float.BYTES : Double.BYTES;
		JsonObject header = new JsonObject();
		JsonObject texts = new JsonObject();
		metadata.forEach(texts::addProperty);
		header.add("__metadata__", texts);
		long offset = 0;
		List<double[]> contents = new ArrayList<>();
		for (Map.Entry<String, INDArray> tensor : tensors.entrySet()) {
			double[] values = NativeArrays.values(tensor.getValue());
			JsonObject entry = new JsonObject();
			entry.addProperty("dtype", single ? "F32" : "F64");
			com.google.gson.JsonArray shape = new com.google.gson.JsonArray();
			for (long size : tensor.getValue().shape()) {
				shape.add(size);
			}
			entry.add("shape", shape);
			com.google.gson.JsonArray offsets = new com.google.gson.JsonArray();
			offsets.add(offset);
			offset += (long) values.length * width;
			offsets.add(offset);
			entry.add("data_offsets", offsets);
			header.add(tensor.getKey(), entry);
			contents.add(values);
		}
		String json = header.toString();
		int length = json.getBytes(StandardCharsets.UTF_8).length;
		// Padded so that the numbers lie on eight-byte boundaries.
		byte[] text = (json + " ".repeat(Math.floorMod(-length, 8))).getBytes(StandardCharsets.UTF_8);
		AtomicFiles.write(file, out -> {
			out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).array());
			out.write(text);
			for (double[] values : contents) {
				ByteBuffer bytes = ByteBuffer.allocate(values.length * width).order(ByteOrder.LITTLE_ENDIAN);
				for (double value : values) {
					if (single) {
						bytes.putFloat((float) value);
					} else {
						bytes.putDouble(value);
					}
				}
				out.write(bytes.array());
			}
		});
	}

	/**
	 * Reads a file.
	 *
	 * @throws MalformedFileException if anything in it contradicts the format; nothing of it is then used
	 */
	public static SafeTensors read(Path file) throws IOException {
		if (Files.isDirectory(file)) {
			throw new IOException(file + ": is a folder; expected a safetensors file");
		}
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			long size = channel.size();
			if (size < 8) {
				throw new MalformedFileException(file, "is no safetensors file: " + size + " bytes only");
			}
			ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
			readFully(channel, head, 0, file);
			long length = head.getLong(0);
			if (length < 2 || length > LONGEST_HEADER || length > size - 8) {
				throw new MalformedFileException(file, "the header is said to have " + Long.toUnsignedString(length)
						+ " bytes, the file has " + size + ": truncated, or no safetensors file");
			}
			ByteBuffer text = ByteBuffer.allocate((int) length);
			readFully(channel, text, 8, file);
			Map<String, String> metadata = new LinkedHashMap<>();
			List<Entry> entries = parse(decode(text.flip(), file), file, metadata);
			long available = size - 8 - length;
			check(entries, available, file);
			Map<String, INDArray> tensors = new LinkedHashMap<>();
			for (Entry entry : entries) {
				tensors.put(entry.name(), read(channel, entry, 8 + length, file));
			}
			return new SafeTensors(metadata, tensors);
		} catch (java.nio.file.NoSuchFileException e) {
			throw new IOException(file + ": no such file", e);
		} catch (java.nio.file.AccessDeniedException e) {
			throw new IOException(file + ": cannot be read: permission denied", e);
		}
	}

	private static String decode(ByteBuffer bytes, Path file) throws MalformedFileException {
		try {
			return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT).decode(bytes).toString();
		} catch (CharacterCodingException e) {
			throw new MalformedFileException(file, "the header is not UTF-8");
		}
	}

	private static List<Entry> parse(String header, Path file, Map<String, String> metadata)
			throws MalformedFileException {
		List<Entry> entries = new ArrayList<>();
		java.util.Set<String> names = new java.util.HashSet<>();
		try (JsonReader reader = new JsonReader(new StringReader(header))) {
			reader.setStrictness(Strictness.STRICT);
			reader.beginObject();
			while (reader.hasNext()) {
				String name = reader.nextName();
				if (!names.add(name)) {
					throw new MalformedFileException(file, "the header names '" + name + "' twice");
				}
				if (name.equals("__metadata__")) {
					reader.beginObject();
					while (reader.hasNext()) {
						metadata.put(reader.nextName(), reader.nextString());
					}
					reader.endObject();
				} else {
					entries.add(entry(reader, name, file));
				}
			}
			reader.endObject();
			// Strict reading: anything but white space after the end is an error.
			reader.peek();
		} catch (MalformedFileException e) {
			throw e;
		} catch (IOException | IllegalStateException | NumberFormatException e) {
			throw new MalformedFileException(file, "the header is not the JSON of a safetensors file" + Json.where(e));
		}
		return entries;
	}

	private static Entry entry(JsonReader reader, String name, Path file) throws IOException {
		String type = null;
		List<Long> shape = null;
		List<Long> offsets = null;
		reader.beginObject();
		while (reader.hasNext()) {
			switch (reader.nextName()) {
			case "dtype" -> type = reader.nextString();
			case "shape" -> shape = numbers(reader);
			case "data_offsets" -> offsets = numbers(reader);
			default -> reader.skipValue();
			}
		}
		reader.endObject();
		if (type == null || shape == null || offsets == null || offsets.size() != 2) {
			throw new MalformedFileException(file, "array '" + name + "' lacks its type, shape or offsets");
		}
		return new Entry(name, type, shape, offsets.get(0), offsets.get(1));
	}

	private static List<Long> numbers(JsonReader reader) throws IOException {
		List<Long> numbers = new ArrayList<>();
		reader.beginArray();
		while (reader.hasNext()) {
			numbers.add(reader.nextLong());
		}
		reader.endArray();
		return numbers;
	}

	/** The arrays must fill the file without gaps and without overlap; this is what makes the format safe. */
	private static void check(List<Entry> entries, long available, Path file) throws MalformedFileException {
		long expected = 0;
		for (Entry entry : entries.stream().sorted(Comparator.comparingLong(Entry::begin)).toList()) {
			String array = "array '" + entry.name() + "'";
			int width = width(entry.type());
			if (width == 0) {
				throw new MalformedFileException(file, array + " is of type " + entry.type()
						+ "; only F64, F32, F16, BF16, integers and BOOL can be read");
			}
			if (entry.shape().size() > LARGEST_RANK) {
				throw new MalformedFileException(file, array + " has " + entry.shape().size() + " dimensions");
			}
			long bytes = width;
			for (long size : entry.shape()) {
				if (size < 0) {
					throw new MalformedFileException(file, array + " has a negative size");
				}
				try {
					bytes = Math.multiplyExact(bytes, size);
				} catch (ArithmeticException e) {
					throw new MalformedFileException(file, array + " is larger than any file");
				}
			}
			if (entry.begin() < 0 || entry.end() < entry.begin() || entry.end() > available) {
				throw new MalformedFileException(file, array + " lies outside the file (bytes " + entry.begin() + " to "
						+ entry.end() + " of " + available + "): truncated?");
			}
			if (entry.end() - entry.begin() != bytes) {
				throw new MalformedFileException(file, array + " of shape " + entry.shape() + " needs " + bytes
						+ " bytes, its offsets give " + (entry.end() - entry.begin()));
			}
			if (entry.begin() != expected) {
				throw new MalformedFileException(file, array + " " + (entry.begin() < expected ? "overlaps another" : "leaves a gap")
						+ " at byte " + entry.begin());
			}
			expected = entry.end();
		}
		if (expected != available) {
			throw new MalformedFileException(file, (available - expected) + " bytes at the end belong to no array");
		}
	}

	private static INDArray read(FileChannel channel, Entry entry, long base, Path file) throws IOException {
		long[] shape = entry.shape().stream().mapToLong(Long::longValue).toArray();
		long length = entry.end() - entry.begin();
		if (length > Integer.MAX_VALUE - 8) {
			throw new MalformedFileException(file, "array '" + entry.name() + "' is larger than two gigabytes");
		}
		if (length == 0) {
			throw new MalformedFileException(file, "array '" + entry.name() + "' is empty");
		}
		ByteBuffer bytes = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
		readFully(channel, bytes, base + entry.begin(), file);
		bytes.flip();
		double[] values = new double[(int) (length / width(entry.type()))];
		for (int i = 0; i < values.length; i++) {
			values[i] = next(bytes, entry.type());
		}
		// ND4J has no arrays without dimensions in common use; a scalar becomes an array of one.
		INDArray array = NativeArrays.zeros(shape.length == 0 ? new long[] { 1 } : shape);
		MemorySegment.copy(values, 0, NativeArrays.memory(array), ValueLayout.JAVA_DOUBLE, 0, values.length);
		return array;
	}

	/** Bytes of a number of a type; 0 for types that cannot be read. */
	private static int width(String type) {
		return switch (type) {
		case "F64", "I64" -> 8;
		case "F32", "I32", "U32" -> 4;
		case "F16", "BF16", "I16", "U16" -> 2;
		case "I8", "U8", "BOOL" -> 1;
		default -> 0;
		};
	}

	private static double next(ByteBuffer bytes, String type) {
		return switch (type) {
		case "F64" -> bytes.getDouble();
		case "F32" -> bytes.getFloat();
		case "F16" -> Float.float16ToFloat(bytes.getShort());
		// The upper half of a float.
		case "BF16" -> Float.intBitsToFloat(bytes.getShort() << 16);
		case "I64" -> bytes.getLong();
		case "I32" -> bytes.getInt();
		case "U32" -> Integer.toUnsignedLong(bytes.getInt());
		case "I16" -> bytes.getShort();
		case "U16" -> Short.toUnsignedInt(bytes.getShort());
		case "I8" -> bytes.get();
		case "U8", "BOOL" -> Byte.toUnsignedInt(bytes.get());
		default -> throw new IllegalArgumentException(type);
		};
	}

	private static void readFully(FileChannel channel, ByteBuffer buffer, long position, Path file) throws IOException {
		while (buffer.hasRemaining()) {
			int count = channel.read(buffer, position + buffer.position());
			if (count < 0) {
				throw new MalformedFileException(file, "ends too early");
			}
		}
	}
}

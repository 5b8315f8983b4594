package org.nullcline.runs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Precision;
import org.nullcline.linearalgebra.NativeArrays;

/** The format as its specification has it, and files that somebody damaged or made with bad intent. */
class SafeTensorsTest {

	@TempDir
	Path folder;

	@Test
	void whatIsWrittenIsRead() throws IOException {
		Map<String, INDArray> tensors = new LinkedHashMap<>();
		tensors.put("weight_hh_l0", NativeArrays.of(new double[] { 1, -2, Math.PI, Double.MIN_VALUE, -0.0, 1e300 }, 2, 3));
		tensors.put("bias", NativeArrays.of(new double[] { 0.1 }, 1));
		Path file = folder.resolve("a.safetensors");
		new SafeTensors(Map.of("architecture", "gru \"\u00e4\""), tensors).write(file);
		SafeTensors read = SafeTensors.read(file);
		assertEquals("gru \"\u00e4\"", read.metadata().get("architecture"));
		assertEquals(java.util.List.copyOf(tensors.keySet()), java.util.List.copyOf(read.tensors().keySet()));
		tensors.forEach((name, array) -> {
			assertArrayEquals(array.shape(), read.tensors().get(name).shape());
			assertArrayEquals(NativeArrays.values(array), NativeArrays.values(read.tensors().get(name)));
		});
	}

	@Test
	void theBytesAreThoseOfTheSpecification() throws IOException {
		Path file = folder.resolve("a.safetensors");
		new SafeTensors(Map.of(), Map.of("a", NativeArrays.of(new double[] { 1.5, 2.5 }, 2))).write(file);
		ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		int length = (int) bytes.getLong();
		assertEquals(0, length % 8);
		byte[] header = new byte[length];
		bytes.get(header);
		assertEquals("{\"__metadata__\":{},\"a\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,16]}}",
				new String(header, StandardCharsets.UTF_8).strip());
		assertEquals(1.5, bytes.getDouble());
		assertEquals(2.5, bytes.getDouble());
		assertEquals(0, bytes.remaining());
	}

	@Test
	void singlePrecisionIsRead() throws IOException {
		Path file = file("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
				ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(0.5f).putFloat(-3f).array());
		assertArrayEquals(new double[] { 0.5, -3 }, NativeArrays.values(SafeTensors.read(file).tensors().get("a")));
	}

	@Test
	void otherTypesOfNumbersAreWidened() throws IOException {
		ByteBuffer data = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
		data.putShort(Float.floatToFloat16(1.5f)).putShort((short) 0x7BFF);
		data.putShort((short) 0xC040).putShort((short) 0x3F80);
		data.putLong(-7).putLong(1L << 40).putInt(-1).putInt(3).put((byte) -1).put((byte) 1).putShort((short) -1).putInt(-1);
		Path file = file("{\"f16\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]},"
				+ "\"bf16\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[4,8]},"
				+ "\"i64\":{\"dtype\":\"I64\",\"shape\":[2],\"data_offsets\":[8,24]},"
				+ "\"i32\":{\"dtype\":\"I32\",\"shape\":[2],\"data_offsets\":[24,32]},"
				+ "\"u8\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[32,33]},"
				+ "\"bool\":{\"dtype\":\"BOOL\",\"shape\":[1],\"data_offsets\":[33,34]},"
				+ "\"u16\":{\"dtype\":\"U16\",\"shape\":[1],\"data_offsets\":[34,36]},"
				+ "\"u32\":{\"dtype\":\"U32\",\"shape\":[],\"data_offsets\":[36,40]}}", data.array());
		Map<String, INDArray> read = SafeTensors.read(file).tensors();
		assertArrayEquals(new double[] { 1.5, 65504 }, NativeArrays.values(read.get("f16")));
		assertArrayEquals(new double[] { -3, 1 }, NativeArrays.values(read.get("bf16")));
		assertArrayEquals(new double[] { -7, 0x1p40 }, NativeArrays.values(read.get("i64")));
		assertArrayEquals(new double[] { -1, 3 }, NativeArrays.values(read.get("i32")));
		assertArrayEquals(new double[] { 255 }, NativeArrays.values(read.get("u8")));
		assertArrayEquals(new double[] { 1 }, NativeArrays.values(read.get("bool")));
		assertArrayEquals(new double[] { 65535 }, NativeArrays.values(read.get("u16")));
		assertArrayEquals(new double[] { 4294967295.0 }, NativeArrays.values(read.get("u32")));
	}

	@Test
	void singlePrecisionIsWritten() throws IOException {
		Path file = folder.resolve("single.safetensors");
		new SafeTensors(Map.of(), Map.of("a", NativeArrays.of(new double[] { 0.1, -3 }, 2))).write(file, Precision.SINGLE);
		assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).contains("\"dtype\":\"F32\""));
		assertArrayEquals(new double[] { 0.1f, -3 }, NativeArrays.values(SafeTensors.read(file).tensors().get("a")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"{\"a\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,16]}} | 8 | lies outside the file",
			"{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}} | 16 | belong to no array",
			"{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[8,16]}} | 16 | leaves a gap",
			"{\"a\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,16]},\"b\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[8,24]}} | 24 | overlaps",
			"{\"a\":{\"dtype\":\"F64\",\"shape\":[3],\"data_offsets\":[0,16]}} | 16 | needs 24 bytes",
			"{\"a\":{\"dtype\":\"F64\",\"shape\":[-1],\"data_offsets\":[0,8]}} | 8 | negative size",
			"{\"a\":{\"dtype\":\"F64\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}} | 8 | larger than any file",
			"{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[-8,0]}} | 8 | lies outside",
			"{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[8,0]}} | 8 | lies outside",
			"{\"a\":{\"dtype\":\"F8_E4M3\",\"shape\":[1],\"data_offsets\":[0,8]}} | 8 | type F8_E4M3",
			"{\"a\":{\"shape\":[1],\"data_offsets\":[0,8]}} | 8 | lacks its type",
			"{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0]}} | 8 | lacks",
			"{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[8,16]}} | 16 | twice",
			"{\"a\":{\"dtype\":\"F64\",\"shape\":[\"x\"],\"data_offsets\":[0,8]}} | 8 | not the JSON",
			"{\"a\":{\"dtype\":\"F64\",\"shape\":[99999999999999999999],\"data_offsets\":[0,8]}} | 8 | not the JSON",
			"[1, 2] | 8 | not the JSON", "{\"a\": | 8 | not the JSON", "{} {} | 0 | not the JSON" })
	void hostileHeadersAreRefused(String header, int dataBytes, String message) throws IOException {
		Path file = file(header, new byte[dataBytes]);
		MalformedFileException e = assertThrows(MalformedFileException.class, () -> SafeTensors.read(file));
		assertTrue(e.getMessage().startsWith(file.toString()) && e.getMessage().contains(message), e.getMessage());
	}

	@Test
	void headersOfImpossibleLengthAreRefusedWithoutReadingThem() throws IOException {
		for (long length : new long[] { Long.MAX_VALUE, -1, 1_000_000_000L, 100, 0 }) {
			Path file = Files.write(folder.resolve("long.safetensors"), ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN)
					.putLong(length).put("{}".getBytes(StandardCharsets.US_ASCII)).array());
			assertThrows(MalformedFileException.class, () -> SafeTensors.read(file));
		}
	}

	@Test
	void headersThatAreNotUtf8AreRefused() throws IOException {
		byte[] header = "{\"?\":1}".getBytes(StandardCharsets.US_ASCII);
		header[2] = (byte) 0xC3;
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).array());
		out.write(header);
		Path file = Files.write(folder.resolve("a.safetensors"), out.toByteArray());
		assertTrue(assertThrows(MalformedFileException.class, () -> SafeTensors.read(file)).getMessage().contains("UTF-8"));
	}

	@Test
	void everyTruncationIsRefused() throws IOException {
		Path file = folder.resolve("a.safetensors");
		new SafeTensors(Map.of("step", "3"), Map.of("a", NativeArrays.zeros(3, 2), "b", NativeArrays.zeros(4))).write(file);
		byte[] whole = Files.readAllBytes(file);
		for (int length = 0; length < whole.length; length++) {
			Path cut = Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(whole, length));
			assertThrows(MalformedFileException.class, () -> SafeTensors.read(cut), "length " + length);
		}
	}

	private Path file(String header, byte[] data) throws IOException {
		byte[] text = header.getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).array());
		out.write(text);
		out.write(data);
		return Files.write(folder.resolve("hostile.safetensors"), out.toByteArray());
	}
}

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
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Precision;
import org.nullcline.linearalgebra.NativeArrays;

/** NumPy's formats as its documentation has them, and files that somebody damaged or made with bad intent. */
class NumpyFilesTest {

	@TempDir
	Path folder;

	@Test
	void whatIsWrittenIsRead() throws IOException {
		for (long[] shape : new long[][] { { 1 }, { 5 }, { 3, 4 }, { 2, 3, 4 }, { 100, 200 } }) {
			double[] values = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
			Arrays.setAll(values, i -> Math.sin(i) * Math.pow(10, i % 300));
			NumpyFiles.write(folder.resolve("a.npy"), NativeArrays.of(values, shape));
			INDArray read = NumpyFiles.read(folder.resolve("a.npy"));
			assertArrayEquals(shape, read.shape());
			assertArrayEquals(values, NativeArrays.values(read));
		}
	}

	@Test
	void fortranOrderIsReadAsItIsMeant() throws IOException {
		// numpy.asfortranarray([[1, 2, 3], [4, 5, 6]]) lies in memory as 1 4 2 5 3 6.
		INDArray matrix = read("{'descr': '<f8', 'fortran_order': True, 'shape': (2, 3), }", doubles(1, 4, 2, 5, 3, 6));
		assertArrayEquals(new long[] { 2, 3 }, matrix.shape());
		assertArrayEquals(new double[] { 1, 2, 3, 4, 5, 6 }, NativeArrays.values(matrix));
		INDArray cube = read("{'descr': '<f8', 'fortran_order': True, 'shape': (2, 1, 2), }", doubles(1, 3, 2, 4));
		assertArrayEquals(new double[] { 1, 2, 3, 4 }, NativeArrays.values(cube));
		assertArrayEquals(new double[] { 1, 2 },
				NativeArrays.values(read("{'descr': '<f8', 'fortran_order': True, 'shape': (2,), }", doubles(1, 2))));
	}

	@ParameterizedTest
	@CsvSource({ "<f8,-2.5", ">f8,-2.5", "<f4,-2.5", ">f4,-2.5", "<f2,-2.5", ">f2,-2.5", "|i1,-3", "|u1,253", "<i2,-3",
			">i2,-3", "<u2,65533", "<i4,-3", ">u4,4294967293", "<i8,-3", ">i8,-3", "<u8,18446744073709551613", "|b1,1",
			"=f8,-2.5" })
	void everyTypeOfNumbersIsWidened(String type, double expected) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(8).order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		switch (type.substring(1)) {
		case "f8" -> bytes.putDouble(-2.5);
		case "f4" -> bytes.putFloat(-2.5f);
		case "f2" -> bytes.putShort(Float.floatToFloat16(-2.5f));
		case "b1" -> bytes.put((byte) 1);
		case "i1", "u1" -> bytes.put((byte) -3);
		case "i2", "u2" -> bytes.putShort((short) -3);
		case "i4", "u4" -> bytes.putInt(-3);
		default -> bytes.putLong(-3);
		}
		INDArray array = read("{'descr': '" + type + "', 'fortran_order': False, 'shape': (1,), }",
				Arrays.copyOf(bytes.array(), bytes.position()));
		assertArrayEquals(new double[] { expected }, NativeArrays.values(array));
	}

	@Test
	void headersOfOtherVersionsAndWritersAreRead() throws IOException {
		byte[] data = doubles(7);
		for (String header : List.of("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }",
				"{\"shape\":(1L,),\"fortran_order\":False,\"descr\":\"<f8\"}",
				"{'descr':'<f8','fortran_order':False,'shape':()}")) {
			for (int version : new int[] { 1, 2, 3 }) {
				assertArrayEquals(new double[] { 7 },
						NativeArrays.values(NumpyFiles.read(Files.write(folder.resolve("v.npy"), npy(version, header, data)))));
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = {
			"{'descr': '|O', 'fortran_order': False, 'shape': (1,), }; holds Python objects (pickle), which are never read",
			"{'descr': [('a', '|O')], 'fortran_order': False, 'shape': (1,), }; holds Python objects",
			"{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }; fields of several types",
			"{'descr': '<c16', 'fortran_order': False, 'shape': (1,), }; is of NumPy's type '<c16'",
			"{'descr': '<U8', 'fortran_order': False, 'shape': (1,), }; is of NumPy's type '<U8'",
			"{'descr': '<f16', 'fortran_order': False, 'shape': (1,), }; is of NumPy's type '<f16'",
			"{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }; needs 16 bytes, there are 8: truncated",
			"{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }; needs 4 bytes, there are 8",
			"{'descr': '<f8', 'fortran_order': False, 'shape': (0, 3), }; is empty",
			"{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }; damaged header",
			"{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999, 99999999999), }; more than 134217728 numbers",
			"{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,), }; damaged header",
			"{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1, 1, 1, 1, 1, 1, 1, 1), }; has 9 dimensions",
			"{'descr': '<f8', 'fortran_order': 0, 'shape': (1,), }; damaged header",
			"{'descr': '<f8', 'fortran_order': False, }; does not give its type, order and shape",
			"{'descr': '<f8', 'fortran_order': False, 'shape': (1,), } + exit(); damaged header",
			"{'descr': __import__('os'), 'fortran_order': False, 'shape': (1,), }; damaged header",
			"{'descr': '<f8; damaged header" })
	void hostileHeadersAreRefused(String header, String message) throws IOException {
		MalformedFileException e = assertThrows(MalformedFileException.class, () -> read(header, doubles(1)));
		assertTrue(e.getMessage().startsWith(folder.toString()) && e.getMessage().contains(message), e.getMessage());
	}

	@Test
	void everyTruncationIsRefused() throws IOException {
		NumpyFiles.write(folder.resolve("a.npy"), NativeArrays.zeros(3, 2));
		byte[] whole = Files.readAllBytes(folder.resolve("a.npy"));
		for (int length = 0; length < whole.length; length++) {
			Path cut = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(whole, length));
			assertThrows(MalformedFileException.class, () -> NumpyFiles.read(cut), "length " + length);
		}
		NumpyArchives.write(folder.resolve("a.npz"), Map.of("a", NativeArrays.zeros(3, 2)), Precision.DOUBLE);
		byte[] archive = Files.readAllBytes(folder.resolve("a.npz"));
		for (int length = 2; length < archive.length; length++) {
			Path cut = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(archive, length));
			assertThrows(MalformedFileException.class, () -> ArrayFiles.read(cut), "length " + length);
		}
	}

	@Test
	void headerLengthsThatAreWrongAreRefused() throws IOException {
		byte[] file = npy(2, "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }", doubles(1));
		for (int length : new int[] { 0, 10, 50, 1000, Integer.MAX_VALUE, -1 }) {
			ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(8, length);
			Path wrong = Files.write(folder.resolve("wrong.npy"), file);
			assertThrows(MalformedFileException.class, () -> NumpyFiles.read(wrong), "length " + length);
		}
	}

	@Test
	void archivesKeepNamesOrderAndPrecision() throws IOException {
		Map<String, INDArray> arrays = new LinkedHashMap<>();
		arrays.put("weight_hh_l0", NativeArrays.of(new double[] { 1, -2, 0.1, 4 }, 2, 2));
		arrays.put("readout.weight", NativeArrays.of(new double[] { Math.PI, Double.MIN_VALUE }, 1, 2));
		for (Precision precision : Precision.values()) {
			Path file = folder.resolve(precision.word() + ".npz");
			NumpyArchives.write(file, arrays, precision);
			Map<String, INDArray> read = ArrayFiles.read(file);
			assertEquals(List.copyOf(arrays.keySet()), List.copyOf(read.keySet()));
			arrays.forEach((name, array) -> {
				double[] expected = NativeArrays.values(array);
				if (precision == Precision.SINGLE) {
					Arrays.setAll(expected, i -> (float) expected[i]);
				}
				assertArrayEquals(array.shape(), read.get(name).shape());
				assertArrayEquals(expected, NativeArrays.values(read.get(name)));
			});
		}
	}

	@Test
	void storedAndDeflatedArchivesAreRead() throws IOException {
		byte[] array = npy(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (1000,), }", doubles(new double[1000]));
		for (int method : new int[] { ZipEntry.STORED, ZipEntry.DEFLATED }) {
			Path file = zip(method, Map.of("a.npy", array));
			assertArrayEquals(new double[1000], NativeArrays.values(ArrayFiles.read(file).get("a")));
		}
	}

	@Test
	void archivesOfOtherThingsAreRefused() throws IOException {
		byte[] good = npy(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }", doubles(1));
		assertRefused(zip(ZipEntry.DEFLATED, Map.of("archive/data.pkl", good)), "torch.save");
		assertRefused(zip(ZipEntry.DEFLATED, Map.of("config.json", good)), "no .npy array");
		assertRefused(zip(ZipEntry.DEFLATED, Map.of("a.npy", new byte[100])), "array 'a' is no array in NumPy's format");
		assertRefused(zip(ZipEntry.DEFLATED, Map.of("a.npy",
				npy(1, "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", doubles(1)))),
				"array 'a' holds Python objects (pickle)");
		assertRefused(zip(ZipEntry.DEFLATED, Map.of()), "holds 0 arrays");
		assertRefused(Files.write(folder.resolve("p.bin"), new byte[] { (byte) 0x80, 4, 1, 2 }), "pickle");
		assertRefused(Files.write(folder.resolve("k.h5"), new byte[] { (byte) 0x89, 'H', 'D', 'F' }), "HDF5");
		assertRefused(Files.write(folder.resolve("k.npz"), new byte[] { 1, 2, 3 }), "does not begin as");
	}

	/** The length of a header may begin with the byte that pickles begin with, or those of zip archives. */
	@Test
	void safetensorsOfAnyHeaderLengthAreRecognised() throws IOException {
		for (int length : new int[] { 0x80, 0x0280, 'P' | 'K' << 8, 0x93 | 'N' << 8 }) {
			String header = "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}";
			ByteBuffer bytes = ByteBuffer.allocate(8 + length + 8).order(ByteOrder.LITTLE_ENDIAN);
			bytes.putLong(length).put((header + " ".repeat(length - header.length())).getBytes(StandardCharsets.US_ASCII)).putDouble(3);
			Path file = Files.write(folder.resolve("a.safetensors"), bytes.array());
			assertArrayEquals(new double[] { 3 }, NativeArrays.values(ArrayFiles.read(file).get("a")));
		}
	}

	/** Few bytes that unpack to gigabytes: refused for what they promise, before anything is unpacked. */
	@Test
	void zipBombsAreRefused() throws IOException {
		Path file = folder.resolve("bomb.npz");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			zip.putNextEntry(new ZipEntry("a.npy"));
			zip.write(npy(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (150000000,), }", new byte[0]));
			byte[] zeros = new byte[1 << 20];
			for (int i = 0; i < 1145; i++) {
				zip.write(zeros);
			}
		}
		assertTrue(Files.size(file) < 2 << 20);
		assertRefused(file, "more than 1024 megabytes");
	}

	@Test
	void aFlippedBitInAnArchiveIsNoticed() throws IOException {
		Path file = zip(ZipEntry.STORED, Map.of("a.npy",
				npy(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }", doubles(1, 2))));
		byte[] bytes = Files.readAllBytes(file);
		// The last number ends where the central directory begins.
		int directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
		bytes[directory - 3] ^= 1;
		assertRefused(Files.write(file, bytes), "checksum");
	}

	@Test
	void aFolderOfArraysIsReadByTheirNames() throws IOException {
		assertTrue(assertThrows(IOException.class, () -> ArrayFiles.read(folder)).getMessage().contains("without .npy files"));
		NumpyFiles.write(folder.resolve("weight_hh_l0.npy"), NativeArrays.zeros(2, 2));
		NumpyFiles.write(folder.resolve("bias.npy"), NativeArrays.zeros(2));
		assertEquals(List.of("bias", "weight_hh_l0"), List.copyOf(ArrayFiles.read(folder).keySet()));
		assertEquals(List.of("bias"), List.copyOf(ArrayFiles.read(folder.resolve("bias.npy")).keySet()));
		assertTrue(assertThrows(IOException.class, () -> NumpyFiles.read(folder)).getMessage().contains("is a folder"));
	}

	private void assertRefused(Path file, String message) {
		MalformedFileException e = assertThrows(MalformedFileException.class, () -> ArrayFiles.read(file));
		assertTrue(e.getMessage().startsWith(file.toString()) && e.getMessage().contains(message), e.getMessage());
	}

	private INDArray read(String header, byte[] data) throws IOException {
		return NumpyFiles.read(Files.write(folder.resolve("hostile.npy"), npy(1, header, data)));
	}

	private Path zip(int method, Map<String, byte[]> entries) throws IOException {
		Path file = folder.resolve("archive.npz");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			for (Map.Entry<String, byte[]> content : entries.entrySet()) {
				ZipEntry entry = new ZipEntry(content.getKey());
				entry.setMethod(method);
				if (method == ZipEntry.STORED) {
					java.util.zip.CRC32 checksum = new java.util.zip.CRC32();
					checksum.update(content.getValue());
					entry.setSize(content.getValue().length);
					entry.setCrc(checksum.getValue());
				}
				zip.putNextEntry(entry);
				zip.write(content.getValue());
				zip.closeEntry();
			}
		}
		return file;
	}

	private static byte[] npy(int version, String header, byte[] data) throws IOException {
		byte[] text = (header + "\n").getBytes(StandardCharsets.US_ASCII);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(0x93);
		out.write("NUMPY".getBytes(StandardCharsets.US_ASCII));
		out.write(new byte[] { (byte) version, 0 });
		ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(text.length);
		out.write(length.array(), 0, version == 1 ? 2 : 4);
		out.write(text);
		out.write(data);
		return out.toByteArray();
	}

	private static byte[] doubles(double... values) {
		ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		Arrays.stream(values).forEach(bytes::putDouble);
		return bytes.array();
	}
}

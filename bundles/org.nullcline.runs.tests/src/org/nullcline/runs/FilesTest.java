package org.nullcline.runs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.core.figure.Subjects;
import org.nullcline.core.task.ReferenceSolution.Role;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.runs.ReferenceLosses.Level;
import org.nullcline.runs.ReferenceLosses.TrialSet;

/** Atomic writing, NumPy files, metrics, JSON, checkpoints, locks. */
class FilesTest {

	@TempDir
	Path folder;

	@Test
	void aFailedWriteLeavesTheOldContentAndNoTrace() throws IOException {
		Path file = folder.resolve("a.txt");
		AtomicFiles.write(file, "old".getBytes(StandardCharsets.UTF_8));
		IOException e = assertThrows(IOException.class, () -> AtomicFiles.write(file, out -> {
			out.write("half of the new".getBytes(StandardCharsets.UTF_8));
			throw new IOException("No space left on device");
		}));
		assertTrue(e.getMessage().startsWith(file.toString()) && e.getMessage().contains("No space left on device"),
				e.getMessage());
		assertEquals("old", Files.readString(file));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(file), files.toList());
		}
	}

	/** /dev/full is a disk without room: every write to it fails as on a full one. */
	@Test
	void aFullDiskIsNamed() throws IOException {
		Path file = folder.resolve("a.txt");
		Files.createSymbolicLink(folder.resolve("a.txt.part"), Path.of("/dev/full"));
		IOException e = assertThrows(IOException.class, () -> AtomicFiles.write(file, new byte[100_000]));
		assertTrue(e.getMessage().contains("No space left on device") && e.getMessage().contains("another folder"),
				e.getMessage());
		assertFalse(Files.exists(file));
	}

	@Test
	void aFileInPlaceOfAFolderIsNamed() throws IOException {
		Files.writeString(folder.resolve("b"), "");
		IOException e = assertThrows(IOException.class,
				() -> AtomicFiles.write(folder.resolve("b").resolve("c.txt"), new byte[1]));
		assertTrue(e.getMessage().contains("c.txt: cannot be written"), e.getMessage());
	}

	@Test
	void numpyFilesFollowTheirFormat() throws IOException {
		INDArray array = NativeArrays.of(new double[] { 1, 2, 3, 4, 5, 6 }, 3, 2);
		NumpyFiles.write(folder.resolve("a.npy"), array);
		byte[] bytes = Files.readAllBytes(folder.resolve("a.npy"));
		int headerLength = (bytes[8] & 0xFF) | (bytes[9] & 0xFF) << 8;
		String header = new String(bytes, 10, headerLength, StandardCharsets.US_ASCII);
		assertEquals("\u0093NUMPY\u0001\u0000", new String(bytes, 0, 8, StandardCharsets.ISO_8859_1));
		assertEquals("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }", header.strip());
		assertTrue(header.endsWith("\n") && (10 + headerLength) % 64 == 0);
		ByteBuffer data = ByteBuffer.wrap(bytes, 10 + headerLength, 48).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 1; i <= 6; i++) {
			assertEquals(i, data.getDouble());
		}
		NumpyFiles.write(folder.resolve("b.npy"), array.transpose());
		assertTrue(new String(Files.readAllBytes(folder.resolve("b.npy")), StandardCharsets.ISO_8859_1).contains("(2, 3)"));
	}

	@Test
	void metricsSurviveToTheLastBit() throws IOException {
		List<Measurement> rows = List.of(new Measurement(50, 0.1 + 0.2, Double.NaN, 1e-300, 0.004, 0.25),
				new Measurement(100, Math.PI, 0.5, Double.POSITIVE_INFINITY, 1.0 / 3, Double.NaN, -0.1));
		Metrics.write(folder, rows);
		assertEquals(rows, Metrics.read(folder));
		assertEquals(List.of(), Metrics.read(folder.resolve("none")));
		Files.writeString(folder.resolve(Metrics.FILE),
				Files.readString(folder.resolve(Metrics.FILE)) + "150,0.1,half a row");
		assertTrue(assertThrows(MalformedFileException.class, () -> Metrics.read(folder)).getMessage().contains("line 4"));
	}

	@Test
	void metricsOfEarlierVersionsAreRead() throws IOException {
		String header = "step,loss,fraction_variance_unexplained,gradient_norm,learning_rate";
		Files.writeString(folder.resolve(Metrics.FILE), header + "\n5,1,0.5,2,0.1\n");
		assertEquals(List.of(new Measurement(5, 1, 0.5, 2, 0.1, Double.NaN)), Metrics.read(folder));
		Files.writeString(folder.resolve(Metrics.FILE), header + ",validation_loss\n5,1,0.5,2,0.1,3\n");
		assertEquals(List.of(new Measurement(5, 1, 0.5, 2, 0.1, 3)), Metrics.read(folder));
		Files.writeString(folder.resolve(Metrics.FILE), header + ",skill\n5,1,0.5,2,0.1,3\n");
		assertThrows(MalformedFileException.class, () -> Metrics.read(folder));
	}

	@Test
	void referenceLossesSurvive() throws IOException {
		assertEquals(ReferenceLosses.NONE, ReferenceLosses.read(folder));
		ReferenceLosses losses = new ReferenceLosses(List.of(
				new Level("independent symbols", Role.CHANCE, 768, TrialSet.TRAINING, 7.5, 0.02),
				new Level("the model itself", Role.IDEAL, 768, TrialSet.TRAINING, 5.1, 0.01)));
		losses.write(folder);
		assertEquals(losses, ReferenceLosses.read(folder));
		Files.writeString(folder.resolve(ReferenceLosses.FILE), "name\n");
		assertThrows(MalformedFileException.class, () -> ReferenceLosses.read(folder));
	}

	@Test
	void skillIsZeroAtChanceAndOneAtTheIdeal() {
		ReferenceLosses losses = new ReferenceLosses(List.of(
				new Level("independent symbols", Role.CHANCE, 768, TrialSet.TRAINING, 7.5, 0.02),
				new Level("the model itself", Role.IDEAL, 768, TrialSet.TRAINING, 5, 0.01)));
		assertEquals(0, losses.skill(7.5, TrialSet.TRAINING), 1e-12);
		assertEquals(1, losses.skill(5, TrialSet.TRAINING), 1e-12);
		assertEquals(0.5, losses.skill(6.25, TrialSet.TRAINING), 1e-12);
		assertTrue(Double.isNaN(losses.skill(6, TrialSet.VALIDATION)));
		assertTrue(Double.isNaN(ReferenceLosses.NONE.skill(6, TrialSet.TRAINING)));
		assertEquals("on the plateau of independent symbols (skill 0.04)", losses.standing(losses.skill(7.4, TrialSet.TRAINING)));
		assertTrue(losses.standing(losses.skill(9, TrialSet.TRAINING)).startsWith("worse than independent symbols"));
		assertTrue(losses.standing(1.2).startsWith("below the loss of the model itself"));
		assertEquals("skill 0.80", losses.standing(0.8));
		assertEquals("", losses.standing(Double.NaN));
	}

	@Test
	void figuresSurviveJson() throws IOException {
		Figure figure = new Figure("a-figure", "Title", "", "x", "y", true,
				List.of(new Figure.Points("p", new double[] { 1, Double.NaN }, new double[] { 2, Double.POSITIVE_INFINITY },
						Hue.RED, Marker.CIRCLE, List.of("a", "b")),
						new Figure.Points("units", new double[] { 1 }, new double[] { 2 }, Hue.RED, Marker.CIRCLE, List.of(),
								Subjects.units(List.of(7))),
						new Figure.Line("l", new double[] { 0.1 }, new double[] { 0.2 }, Hue.BLACK, true),
						new Figure.Grid("g", new double[][] { { 1, 2 } }, List.of("r"), List.of("c", "d"))));
		Path file = folder.resolve("figure.json");
		Files.writeString(file, Json.compact(figure));
		Figure read = Json.read(file, Figure.class);
		assertEquals(Json.compact(figure), Json.compact(read));
		assertArrayEquals(new double[] { 2, Double.POSITIVE_INFINITY }, ((Figure.Points) read.layers().get(0)).y());
		assertTrue(Double.isNaN(((Figure.Points) read.layers().get(0)).x()[1]));
		assertEquals(2, ((Figure.Grid) read.layers().get(3)).values()[0][1]);
		assertEquals(Subjects.units(List.of(7)), ((Figure.Points) read.layers().get(1)).subjects());
		// As in files that were written before there were subjects.
		assertEquals(2, Json.compact(figure).split("subjects", -1).length);
		assertTrue(((Figure.Points) read.layers().getFirst()).subjects().isEmpty());
		Files.writeString(file, "{\"id\": \"x\", \"layers\": [{\"kind\": \"cloud\"}]}");
		assertThrows(MalformedFileException.class, () -> Json.read(file, Figure.class));
		Files.writeString(file, "{\"id\": ");
		assertThrows(MalformedFileException.class, () -> Json.read(file, Figure.class));
	}

	@Test
	void checkpointsKeepTheNewestTwo() throws IOException {
		Map<String, INDArray> weights = Map.of("w", NativeArrays.of(new double[] { 1, 2 }, 2));
		Map<String, Map<String, INDArray>> memory = Map.of("first_moment",
				Map.of("w", NativeArrays.of(new double[] { 3, 4 }, 2)));
		for (int step : new int[] { 100, 200, 300 }) {
			new Checkpoint(step, 1.5, weights, memory, Map.of("plateau_scale", "0.5")).write(folder, Map.of(), kept -> false);
		}
		assertEquals(List.of("step-00000300.safetensors", "step-00000200.safetensors"),
				Checkpoint.files(folder).stream().map(file -> file.getFileName().toString()).toList());
		Checkpoint read = Checkpoint.read(Checkpoint.files(folder).get(0));
		assertEquals(300, read.step());
		assertEquals(1.5, read.seconds());
		assertArrayEquals(new double[] { 1, 2 }, NativeArrays.values(read.arrays().get("w")));
		assertArrayEquals(new double[] { 3, 4 }, NativeArrays.values(read.memory().get("first_moment").get("w")));
		Path noCheckpoint = folder.resolve("w.safetensors");
		new SafeTensors(Map.of(), weights).write(noCheckpoint);
		assertThrows(MalformedFileException.class, () -> Checkpoint.read(noCheckpoint));
	}

	@Test
	void aLockedFolderStaysLockedWhileOthersLook() throws Exception {
		try (StudyFolder.Lock lock = StudyFolder.lock(folder)) {
			assertTrue(StudyFolder.isLocked(folder));
			assertTrue(StudyFolder.isLocked(folder));
			assertThrows(IOException.class, () -> StudyFolder.lock(folder));
			assertTrue(StudyFolder.isLocked(folder));
		}
		assertFalse(StudyFolder.isLocked(folder));
		StudyFolder.lock(folder).close();
	}

	@Test
	void damagedRecordsAreNamed() throws IOException {
		Files.writeString(folder.resolve(RunRecord.FILE), "{\"name\": \"a\"}");
		assertTrue(assertThrows(MalformedFileException.class, () -> RunRecord.read(folder)).getMessage().contains("incomplete"));
		Files.writeString(folder.resolve(StoredResult.FILE), "{}");
		assertThrows(MalformedFileException.class, () -> StoredResult.read(folder));
		Files.delete(folder.resolve(StoredResult.FILE));
		Files.writeString(folder.resolve(StoredResult.FAILURE_FILE), "too few trials");
		assertTrue(assertThrows(IOException.class, () -> StoredResult.read(folder)).getMessage().contains("too few trials"));
	}
}

package org.nullcline.core.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nullcline.linearalgebra.NativeArrays;

class TrialBatchTest {

	@Test
	void shapesMustFitTogether() {
		expect("targets: expected shape [4, 10, output], found [4, 9, 2]",
				() -> new TrialBatch(NativeArrays.zeros(4, 10, 3), NativeArrays.zeros(4, 9, 2)));
		expect("inputs: expected shape [trial, time, input]",
				() -> new TrialBatch(NativeArrays.zeros(4, 10), NativeArrays.zeros(4, 10, 2)));
		expect("mask: expected shape [4, 10], found [10, 4]", () -> new TrialBatch(NativeArrays.zeros(4, 10, 3),
				NativeArrays.zeros(4, 10, 2), Optional.of(NativeArrays.zeros(10, 4)), List.of()));
		expect("metadata: expected 4 entries, found 1", () -> new TrialBatch(NativeArrays.zeros(4, 10, 3),
				NativeArrays.zeros(4, 10, 2), Optional.empty(), List.of(Map.of())));
	}

	@Test
	void symbolsMayBeInputs() {
		TrialBatch batch = new TrialBatch(NativeArrays.zeros(4, 10).castTo(DataType.INT), NativeArrays.zeros(4, 10, 2));
		assertEquals(4, batch.trials());
		assertEquals(10, batch.steps());
	}

	private static void expect(String message, org.junit.jupiter.api.function.Executable executable) {
		String found = assertThrows(IllegalArgumentException.class, executable).getMessage();
		assertTrue(found.contains(message), found);
	}
}

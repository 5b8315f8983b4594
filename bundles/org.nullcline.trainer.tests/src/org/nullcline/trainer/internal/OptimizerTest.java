package org.nullcline.trainer.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.WeightDeclaration.Role;
import org.nullcline.core.network.Weights;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.training.Optimizer;
import org.nullcline.core.training.OptimizerFactory;
import org.nullcline.linearalgebra.NativeArrays;

/** Every optimizer against PyTorch: a quadratic whose center moves, some arrays frozen at first or at last. */
class OptimizerTest {

	private static final List<WeightDeclaration> ARRAYS = List.of(new WeightDeclaration("recurrent", Role.RECURRENT, 2, 2),
			new WeightDeclaration("input", Role.INPUT, 2, 1), new WeightDeclaration("bias", Role.BIAS, 2),
			new WeightDeclaration("initial", Role.INITIAL_STATE, 2));

	/** A setting, and the weights after some steps. */
	private record Case(String title, Map<Integer, double[]> expected) {
		@Override
		public String toString() {
			return title;
		}
	}

	static List<Case> cases() {
		List<Case> cases = new ArrayList<>();
		for (ReferenceNumbers line : ReferenceNumbers.read()) {
			if (line.title().startsWith("optimizer ")) {
				cases.add(new Case(line.title().substring("optimizer ".length()), new HashMap<>()));
			} else if (line.title().equals("weights")) {
				double[] values = line.values();
				cases.get(cases.size() - 1).expected().put((int) values[0], Arrays.copyOfRange(values, 1, values.length));
			}
		}
		return cases;
	}

	private static Optimizer optimizer(String title) throws Exception {
		String[] words = title.split(" ");
		Map<String, String> values = new HashMap<>();
		Arrays.stream(words).skip(1).map(word -> word.split("=")).forEach(pair -> values.put(pair[0], pair[1]));
		Contribution contribution = ContributionRegistry.read().find(ContributionKind.OPTIMIZER, words[0]).orElseThrow();
		return contribution.instantiate(OptimizerFactory.class).create(contribution.parameters(values));
	}

	/** Weights, memory and what they are trained on. */
	private static final class Run {

		private final double[] curvature = ReferenceNumbers.of("curvature");
		private final double[] rates = ReferenceNumbers.of("rates");
		private final List<double[]> shifts = ReferenceNumbers.read().stream().filter(line -> line.title().equals("shift"))
				.map(ReferenceNumbers::values).toList();
		private final Optimizer optimizer;
		private Weights weights = weights(ReferenceNumbers.of("start"));
		private Map<String, Weights> memory;

		Run(Optimizer optimizer) {
			this.optimizer = optimizer.forArrays(ARRAYS);
			memory = this.optimizer.initialMemory(weights);
		}

		int steps() {
			return shifts.size();
		}

		void step(int step) {
			double[] w = values(weights);
			double[] gradient = new double[w.length];
			for (int i = 0; i < w.length; i++) {
				gradient[i] = curvature[i] * w[i] + shifts.get(step - 1)[i];
			}
			List<WeightDeclaration> trained = ARRAYS.stream().filter(array -> !frozen(array.name(), step)).toList();
			optimizer.update(weights, Weights.copyOf(trained, weights(gradient).arrays()), memory, step, rates[step - 1]);
		}

		/** Leaves nothing but what a checkpoint holds. */
		Run resumed() {
			Run run = new Run(optimizer);
			run.weights = weights.copy();
			run.memory = new LinkedHashMap<>();
			memory.forEach((name, remembered) -> run.memory.put(name, remembered.copy()));
			return run;
		}

		private static boolean frozen(String name, int step) {
			return name.equals("input") && step <= 5 || name.equals("bias") && step > 15;
		}
	}

	@ParameterizedTest
	@MethodSource("cases")
	void agreesWithPyTorch(Case reference) throws Exception {
		assertEquals(5, reference.expected().size());
		Run run = new Run(optimizer(reference.title()));
		for (int step = 1; step <= run.steps(); step++) {
			run.step(step);
			if (reference.expected().containsKey(step)) {
				assertArrayEquals(reference.expected().get(step), values(run.weights), 1e-12, "step " + step);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("cases")
	void goesOnFromItsMemoryAsIfNothingHadHappened(Case reference) throws Exception {
		Run whole = new Run(optimizer(reference.title()));
		Run resumed = new Run(optimizer(reference.title()));
		for (int step = 1; step <= whole.steps(); step++) {
			whole.step(step);
			resumed.step(step);
			resumed = resumed.resumed();
		}
		assertArrayEquals(values(whole.weights), values(resumed.weights), 0);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void frozenArraysAndTheirMemoryStay(Case reference) throws Exception {
		Run run = new Run(optimizer(reference.title()));
		for (int step = 1; step <= 15; step++) {
			run.step(step);
		}
		Run before = run.resumed();
		run.step(16);
		assertArrayEquals(NativeArrays.values(before.weights.get("bias")), NativeArrays.values(run.weights.get("bias")), 0);
		assertFalse(Arrays.equals(NativeArrays.values(before.weights.get("input")),
				NativeArrays.values(run.weights.get("input"))));
		run.memory.forEach((name, remembered) -> assertArrayEquals(
				NativeArrays.values(before.memory.get(name).get("bias")), NativeArrays.values(remembered.get("bias")), 0));
	}

	static Stream<String> titles() {
		return cases().stream().map(Case::title);
	}

	/** Longer than a block, and not a multiple of it. */
	@ParameterizedTest
	@MethodSource("titles")
	void treatsAllElementsOfLongArraysAlike(String title) throws Exception {
		int length = 3 * WeightBlocks.SIZE + 37;
		List<WeightDeclaration> declarations = List.of(new WeightDeclaration("long", Role.RECURRENT, length),
				new WeightDeclaration("short", Role.RECURRENT, 3));
		Weights weights = Weights.zeros(declarations);
		Optimizer optimizer = optimizer(title).forArrays(declarations);
		Weights gradient = weights.zerosLike();
		double[] values = new double[length];
		for (int i = 0; i < length; i++) {
			values[i] = i % 3 - 0.5;
		}
		gradient.get("long").assign(NativeArrays.of(values, length));
		gradient.get("short").assign(NativeArrays.of(Arrays.copyOf(values, 3), 3));
		weights.get("long").assign(gradient.get("long"));
		weights.get("short").assign(gradient.get("short"));
		Map<String, Weights> memory = optimizer.initialMemory(weights);
		for (int step = 1; step <= 3; step++) {
			optimizer.update(weights, gradient, memory, step, 0.1);
		}
		double[] expected = NativeArrays.values(weights.get("short"));
		double[] found = NativeArrays.values(weights.get("long"));
		assertFalse(Arrays.equals(Arrays.copyOf(values, 3), expected));
		for (int i = 0; i < length; i++) {
			assertEquals(expected[i % 3], found[i], 0, "element " + i);
		}
		assertArrayEquals(values, NativeArrays.values(gradient.get("long")), 0);
	}

	/** A mask makes elements of the memory 0; the steps of the others count on. */
	@Test
	void countsStepsUnderAMask() {
		List<WeightDeclaration> declarations = List.of(new WeightDeclaration("w", 3));
		Weights weights = Weights.zeros(declarations);
		Map<String, Weights> memory = Map.of(StepCounts.NAME, weights.zerosLike());
		assertEquals(1, StepCounts.next(memory, "w"));
		memory.get(StepCounts.NAME).get("w").putScalar(0, 0.0);
		assertEquals(2, StepCounts.next(memory, "w"));
		assertArrayEquals(new double[] { 2, 2, 2 }, NativeArrays.values(memory.get(StepCounts.NAME).get("w")));
	}

	@Test
	void nesterovNeedsMomentumWithoutDampening() {
		for (String title : List.of("sgd nesterov=true", "sgd momentum=0.9 dampening=0.1 nesterov=true")) {
			String message = assertThrows(IllegalArgumentException.class, () -> optimizer(title)).getMessage();
			assertTrue(message.contains("nesterov"), message);
		}
	}

	@Test
	void aConstantGradientHasNoVarianceBelowZero() {
		List<WeightDeclaration> declarations = List.of(new WeightDeclaration("w", 1));
		Weights weights = Weights.zeros(declarations);
		Weights gradient = weights.zerosLike();
		gradient.get("w").assign(0.1);
		Optimizer optimizer = new RmsProp(0.9, 1e-3, 0, true);
		Map<String, Weights> memory = optimizer.initialMemory(weights);
		for (int step = 1; step <= 400; step++) {
			optimizer.update(weights, gradient, memory, step, 1e-3);
		}
		assertTrue(Double.isFinite(weights.get("w").getDouble(0)));
	}

	private static Weights weights(double[] values) {
		Weights weights = Weights.zeros(ARRAYS);
		int at = 0;
		for (INDArray array : weights.arrays().values()) {
			int length = (int) array.length();
			array.assign(NativeArrays.of(Arrays.copyOfRange(values, at, at + length), array.shape()));
			at += length;
		}
		return weights;
	}

	private static double[] values(Weights weights) {
		return weights.arrays().values().stream().flatMapToDouble(array -> Arrays.stream(NativeArrays.values(array)))
				.toArray();
	}
}

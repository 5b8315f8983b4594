package org.nullcline.trainer.internal;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Weights;
import org.nullcline.core.training.Optimizer;
import org.nullcline.linearalgebra.NativeArrays;

/** Kingma and Ba 2015, algorithm 1. */
record Adam(double beta1, double beta2, double epsilon) implements Optimizer {

	private static final String FIRST_MOMENT = "first_moment";
	private static final String SECOND_MOMENT = "second_moment";

	@Override
	public Map<String, Weights> initialMemory(Weights weights) {
		Map<String, Weights> memory = new LinkedHashMap<>();
		memory.put(FIRST_MOMENT, weights.zerosLike());
		memory.put(SECOND_MOMENT, weights.zerosLike());
		return memory;
	}

	@Override
	public void update(Weights weights, Weights gradient, Map<String, Weights> memory, long step, double learningRate) {
		double correction1 = 1 - StrictMath.pow(beta1, step);
		double correction2 = 1 - StrictMath.pow(beta2, step);
		for (String name : gradient.arrays().keySet()) {
			INDArray array = weights.get(name);
			MemorySegment w = NativeArrays.memory(array);
			MemorySegment g = NativeArrays.memory(gradient.get(name));
			MemorySegment m = NativeArrays.memory(memory.get(FIRST_MOMENT).get(name));
			MemorySegment v = NativeArrays.memory(memory.get(SECOND_MOMENT).get(name));
			for (long i = 0; i < array.length(); i++) {
				double derivative = g.getAtIndex(JAVA_DOUBLE, i);
				double first = beta1 * m.getAtIndex(JAVA_DOUBLE, i) + (1 - beta1) * derivative;
				double second = beta2 * v.getAtIndex(JAVA_DOUBLE, i) + (1 - beta2) * derivative * derivative;
				m.setAtIndex(JAVA_DOUBLE, i, first);
				v.setAtIndex(JAVA_DOUBLE, i, second);
				w.setAtIndex(JAVA_DOUBLE, i, w.getAtIndex(JAVA_DOUBLE, i)
						- learningRate * (first / correction1) / (Math.sqrt(second / correction2) + epsilon));
			}
		}
	}
}

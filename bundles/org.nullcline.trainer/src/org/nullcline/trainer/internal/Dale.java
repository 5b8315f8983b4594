package org.nullcline.trainer.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.UnitBlock;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.WeightDeclaration.Role;
import org.nullcline.core.training.TrainingHook;
import org.nullcline.core.training.TrainingState;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Keeps the recurrent weights that go out from each unit, a column of a recurrent array, at one sign.
 *
 * @param excitatory the fraction of units, the first ones, whose weights are not negative; those of the others are not positive
 */
record Dale(double excitatory) implements TrainingHook {

	@Override
	public void afterStep(TrainingState training) {
		int units = training.network().cell().units();
		long positive = Math.round(excitatory * units);
		for (WeightDeclaration declaration : training.network().cell().weights()) {
			if (declaration.role() != Role.RECURRENT || !training.trained().holds(declaration.name())) {
				continue;
			}
			for (UnitBlock block : training.network().cell().unitBlocks()) {
				if (block.array().equals(declaration.name()) && block.axis() == 1) {
					project(training.trained().get(declaration.name()), block.first(), units, positive);
				}
			}
		}
	}

	private static void project(INDArray array, int first, int units, long positive) {
		double[] values = NativeArrays.values(array);
		int columns = (int) array.size(1);
		for (int i = 0; i < values.length; i++) {
			int unit = i % columns - first;
			if (unit >= 0 && unit < units && (unit < positive ? values[i] < 0 : values[i] > 0)) {
				values[i] = 0;
			}
		}
		array.assign(NativeArrays.of(values, array.shape()));
	}
}

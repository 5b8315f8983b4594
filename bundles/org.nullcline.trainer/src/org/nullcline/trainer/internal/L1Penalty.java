package org.nullcline.trainer.internal;

import java.util.Set;
import java.util.stream.Collectors;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.training.WeightRegularizer;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.model.PenaltyScope;

/** sum |w| over the arrays of a scope. The derivative of |w| at 0 is taken to be 0. */
record L1Penalty(PenaltyScope scope) implements WeightRegularizer {

	@Override
	public double evaluate(Network network, Weights gradient) {
		Set<String> names = Network.declarations(network.cell(), network.outputs()).stream()
				.filter(declaration -> Penalty.holdsDown(scope, declaration.role())).map(WeightDeclaration::name)
				.collect(Collectors.toSet());
		double sum = 0;
		for (String name : names.stream().sorted().toList()) {
			INDArray array = network.weights().get(name);
			double[] values = NativeArrays.values(array);
			for (double value : values) {
				sum += Math.abs(value);
			}
			if (gradient.holds(name)) {
				WeightBlocks.update((blocks, length) -> {
					for (int i = 0; i < length; i++) {
						blocks[1][i] = Math.signum(blocks[0][i]);
					}
				}, array, gradient.get(name));
			}
		}
		return sum;
	}
}

package org.nullcline.trainer.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.WeightDeclaration.Role;
import org.nullcline.core.network.Weights;
import org.nullcline.core.training.Optimizer;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, "Decoupled weight decay regularization", ICLR 2019, algorithm 2):
 * before each step of Adam, weights shrink by the factor 1 - learning rate x decay.
 */
final class AdamW implements Optimizer {

	/** Which arrays shrink. */
	enum Scope {
		ALL, WEIGHTS, RECURRENT;

		private boolean includes(Role role) {
			return switch (this) {
			case ALL -> true;
			case WEIGHTS -> role != Role.BIAS && role != Role.INITIAL_STATE;
			case RECURRENT -> role == Role.RECURRENT;
			};
		}
	}

	private final Adam adam;
	private final double weightDecay;
	private final Scope scope;
	private final Set<String> decaying;

	AdamW(Adam adam, double weightDecay, Scope scope) {
		this(adam, weightDecay, scope, Set.of());
	}

	private AdamW(Adam adam, double weightDecay, Scope scope, Set<String> decaying) {
		this.adam = adam;
		this.weightDecay = weightDecay;
		this.scope = scope;
		this.decaying = decaying;
	}

	@Override
	public Optimizer forArrays(List<WeightDeclaration> declarations) {
		return new AdamW(adam, weightDecay, scope, declarations.stream()
				.filter(declaration -> scope.includes(declaration.role())).map(WeightDeclaration::name)
				.collect(Collectors.toUnmodifiableSet()));
	}

	@Override
	public Map<String, Weights> initialMemory(Weights weights) {
		return adam.initialMemory(weights);
	}

	@Override
	public void update(Weights weights, Weights gradient, Map<String, Weights> memory, long step, double learningRate) {
		double factor = 1 - learningRate * weightDecay;
		gradient.arrays().forEach((name, derivative) -> {
			if (scope == Scope.ALL || decaying.contains(name)) {
				WeightBlocks.update((blocks, length) -> scale(blocks[1], length, factor), derivative, weights.get(name));
			}
		});
		adam.update(weights, gradient, memory, step, learningRate);
	}

	private static void scale(double[] w, int length, double factor) {
		for (int i = 0; i < length; i++) {
			w[i] *= factor;
		}
	}
}

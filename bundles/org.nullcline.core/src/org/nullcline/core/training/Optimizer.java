package org.nullcline.core.training;

import java.util.List;
import java.util.Map;

import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;

/**
 * Turns gradients into new weights. All that an optimizer remembers from step to step lies in named arrays shaped like the
 * weights, so that checkpoints hold it, masks apply to it and a hook that permutes hidden units can permute it too.
 */
public interface Optimizer {

	/**
	 * The optimizer for a network of these arrays, for an optimizer that treats them by their role; called once, before
	 * anything else.
	 */
	default Optimizer forArrays(List<WeightDeclaration> declarations) {
		return this;
	}

	/** The memory at the beginning, by name, for example {@code first_moment}. */
	Map<String, Weights> initialMemory(Weights weights);

	/**
	 * Takes one step.
	 *
	 * @param weights      changed in place
	 * @param gradient     dL/dw, clipped and with the derivative of the penalty; unchanged. It holds the arrays that are
	 *                     trained in this step; all others, and what is remembered of them, stay as they are
	 * @param memory       changed in place
	 * @param step         1 for the first step of the run
	 * @param learningRate the rate of this step
	 */
	void update(Weights weights, Weights gradient, Map<String, Weights> memory, long step, double learningRate);
}

package org.nullcline.hmm;

import java.util.List;
import java.util.Map;

import org.nullcline.core.task.ReferenceSolution;
import org.nullcline.core.task.TrialTask;
import org.nullcline.hmm.internal.SymbolReferences;

/**
 * A task whose trials are driven by noise and whose targets are sequences of a hidden Markov model, one-hot: output k of a
 * network is the logit of symbol k. Analyses that need to know the model ask for this contract.
 */
public interface HiddenMarkovTask extends TrialTask {

	/** The model that a network should emulate. */
	HiddenMarkovModel model();

	/** Length of a trial. */
	int steps();

	/** Standard deviation of the independent Gaussian noise on each input channel at each step. */
	double noiseDeviation();

	/**
	 * Values of the task's parameters with which its model is a given one, by their names, so that an editor can change the
	 * model itself; parameters that are not named stay as they are. Empty if the parameters cannot express the model.
	 */
	default Map<String, String> parametersFor(HiddenMarkovModel model) {
		return Map.of();
	}

	@Override
	default int outputs() {
		return model().symbols();
	}

	/** Sets of sequences are compared, since no output has a target of its own. */
	@Override
	default String suggestedObjective() {
		return "sinkhorn";
	}

	/** Targets are sequences of the model, drawn without regard to the noise that the network gets. */
	@Override
	default boolean targetsAnswerInputs() {
		return false;
	}

	/** Independent symbols, and the model itself. */
	@Override
	default List<ReferenceSolution> references() {
		return SymbolReferences.of(model());
	}
}

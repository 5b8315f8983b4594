package org.nullcline.tasks.hmm.internal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.hmm.EmissionRules;
import org.nullcline.hmm.HiddenMarkovModel;
import org.nullcline.hmm.ProbabilityText;
import org.nullcline.hmm.TransitionRules;

/** Reads a hidden Markov model from the task's parameters. */
final class ModelParameters {

	private static final String FREE = "free";

	private ModelParameters() {
	}

	/** @throws IllegalArgumentException naming the parameters that do not fit together */
	static HiddenMarkovModel model(Parameters parameters) {
		if (parameters.getChoice("family").equals(FREE)) {
			return free(parameters);
		}
		int states = parameters.getInteger("states");
		double[][] transition;
		try {
			transition = transition(parameters, states);
		} catch (IllegalArgumentException e) {
			throw new IllegalArgumentException("parameters 'family' and 'states': " + e.getMessage());
		}
		try {
			return HiddenMarkovModel.withUniformStart(transition, emission(parameters, states));
		} catch (IllegalArgumentException e) {
			throw new IllegalArgumentException("parameters 'emission', 'states' and 'symbols': " + e.getMessage());
		}
	}

	/** The values with which {@link #model} gives a model. */
	static Map<String, String> of(HiddenMarkovModel model) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("family", FREE);
		boolean uniform = model.equals(HiddenMarkovModel.withUniformStart(model.transition(), model.emission()));
		values.put("start-distribution", uniform ? "" : ProbabilityText.write(model.start()));
		values.put("transition-matrix", ProbabilityText.write(model.transition()));
		values.put("emission-matrix", ProbabilityText.write(model.emission()));
		return values;
	}

	private static double[][] transition(Parameters parameters, int states) {
		double stay = parameters.getReal("stay-probability");
		return switch (parameters.getChoice("family")) {
		case "linear-chain" -> TransitionRules.crossingChain(states, parameters.getReal("crossing-probability"));
		case "staying-chain" -> TransitionRules.stayingChain(states, stay);
		case "fully-connected" -> TransitionRules.fullyConnected(states, stay);
		case "cyclic" -> TransitionRules.cyclic(states, stay);
		default -> throw new IllegalArgumentException("no such family: " + parameters.getChoice("family"));
		};
	}

	private static double[][] emission(Parameters parameters, int states) {
		int symbols = parameters.getInteger("symbols");
		double background = parameters.getReal("background-probability");
		return switch (parameters.getChoice("emission")) {
		case "linear" -> EmissionRules.linear(states, symbols, background);
		case "dominant" -> EmissionRules.dominant(states, symbols, background);
		case "gaussian" -> EmissionRules.gaussian(states, symbols);
		case "aliased-ring" -> {
			if (states != 4 || symbols != 3) {
				throw new IllegalArgumentException("the emissions 'aliased-ring' are those of four states and three symbols, not of "
						+ states + " and " + symbols);
			}
			yield EmissionRules.aliasedRing();
		}
		default -> throw new IllegalArgumentException("no such emissions: " + parameters.getChoice("emission"));
		};
	}

	private static HiddenMarkovModel free(Parameters parameters) {
		double[][] transition = ProbabilityText.matrix("parameter 'transition-matrix'", parameters.getText("transition-matrix"));
		double[][] emission = ProbabilityText.matrix("parameter 'emission-matrix'", parameters.getText("emission-matrix"));
		String start = parameters.getText("start-distribution");
		try {
			return start.isBlank() ? HiddenMarkovModel.withUniformStart(transition, emission)
					: new HiddenMarkovModel(ProbabilityText.row("parameter 'start-distribution'", start), transition, emission);
		} catch (IllegalArgumentException e) {
			throw new IllegalArgumentException(e.getMessage().startsWith("parameter ") ? e.getMessage()
					: "parameters 'start-distribution', 'transition-matrix' and 'emission-matrix': " + e.getMessage());
		}
	}
}

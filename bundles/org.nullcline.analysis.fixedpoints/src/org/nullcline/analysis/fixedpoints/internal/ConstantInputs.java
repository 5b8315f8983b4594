package org.nullcline.analysis.fixedpoints.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.core.analysis.ParameterValueException;
import org.nullcline.core.task.InputCondition;

/** Constant inputs as a user writes them: values separated by commas, inputs by semicolons, as {@code 0,0,1;0,1,0}. */
final class ConstantInputs {

	private ConstantInputs() {
	}

	/**
	 * @param channels number of input channels of the network
	 * @throws ParameterValueException naming the input that cannot be read
	 */
	static List<InputCondition> parse(String text, int channels) throws ParameterValueException {
		List<InputCondition> conditions = new ArrayList<>();
		for (String one : text.split(";", -1)) {
			String[] words = one.strip().split("\\s*,\\s*", -1);
			if (words.length != channels) {
				throw new ParameterValueException("inputs '" + text + "': '" + one.strip() + "' has " + words.length
						+ (words.length == 1 ? " value" : " values") + ", the network has " + channels
						+ " input channels. Values are separated by commas, inputs by semicolons.");
			}
			double[] values = new double[channels];
			for (int i = 0; i < channels; i++) {
				values[i] = number(words[i], text);
			}
			conditions.add(new InputCondition("input " + MemoryFindings.text(values), values));
		}
		if (conditions.stream().map(condition -> Arrays.toString(condition.values())).distinct().count() < conditions.size()) {
			throw new ParameterValueException("inputs '" + text + "': one input is given twice.");
		}
		return conditions;
	}

	private static double number(String word, String text) throws ParameterValueException {
		try {
			double value = Double.parseDouble(word);
			if (Double.isFinite(value)) {
				return value;
			}
		} catch (NumberFormatException e) {
			// The message below says it.
		}
		throw new ParameterValueException("inputs '" + text + "': '" + word + "' is not a finite number.");
	}
}

package org.nullcline.analysis.representation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.ParameterValueException;
import org.nullcline.core.parameter.Parameters;

/**
 * What is asked, read from the parameters.
 *
 * @param measure        identifier of the distance that findings and figures are about
 * @param measureValues  values of its parameters
 * @param beside         identifiers of further distances, for the table of measures
 * @param components     number of components of distances that have such a parameter
 * @param sweep          further numbers of components, ascending
 * @param fullState      whether the full state is compared
 * @param trials         number of test trials
 * @param samples        largest number of samples
 * @param maximumFvu     networks that leave more of the variance unexplained are left out; 1 leaves out none
 * @param permutations   of labels
 * @param smacof         whether the map is the one by stress
 * @param equalFvu       largest difference of two networks that do the task equally well
 * @param solvedFvu      largest fraction of variance unexplained of a network that does the task
 */
record RepresentationSettings(String measure, Map<String, String> measureValues, List<String> beside, int components,
		List<Integer> sweep, boolean fullState, int trials, int samples, double maximumFvu, int permutations, boolean smacof,
		double equalFvu, double solvedFvu) {

	/** @throws AnalysisException naming the parameter that cannot be read */
	static RepresentationSettings of(Parameters parameters) throws AnalysisException {
		String measure = parameters.getText("measure").strip();
		int components = parameters.getInteger("components");
		Map<String, String> values = new LinkedHashMap<>();
		for (String setting : words(parameters.getText("measure-settings"))) {
			String[] pair = setting.split("=", 2);
			if (pair.length < 2) {
				throw new ParameterValueException("parameter 'measure-settings': '" + setting + "' is not of the form parameter=value");
			}
			values.put(pair[0].strip(), pair[1].strip());
		}
		List<String> beside = new ArrayList<>(words(parameters.getText("beside")));
		beside.remove(measure);
		TreeSet<Integer> sweep = new TreeSet<>();
		for (String number : words(parameters.getText("sweep"))) {
			try {
				sweep.add(Integer.parseInt(number));
			} catch (NumberFormatException e) {
				sweep.add(0);
			}
			if (sweep.first() < 1) {
				throw new ParameterValueException("parameter 'sweep': '" + number + "' is no number of components, 1 or more");
			}
		}
		return new RepresentationSettings(measure, values, beside.stream().distinct().toList(), components, List.copyOf(sweep),
				parameters.getChoice("state").equals("full"), parameters.getInteger("trials"), parameters.getInteger("samples"),
				parameters.getReal("maximum-fvu"), parameters.getInteger("permutations"),
				parameters.getChoice("map").equals("smacof"), parameters.getReal("equal-fvu"), parameters.getReal("solved-fvu"));
	}

	private static List<String> words(String list) {
		return Arrays.stream(list.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
	}
}

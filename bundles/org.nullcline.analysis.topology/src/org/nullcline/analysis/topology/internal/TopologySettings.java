package org.nullcline.analysis.topology.internal;

import java.util.Arrays;

import org.nullcline.analysis.topology.internal.flow.FlowSettings;
import org.nullcline.core.analysis.ParameterValueException;
import org.nullcline.core.parameter.Parameters;

/**
 * The parameters of the analysis.
 *
 * @param flow         when a trajectory has landed
 * @param directions   number of starts around a node with several unstable directions
 * @param displacement of the starts, as a fraction of the node's spacing
 * @param smallestShare of the trajectories that an edge needs
 * @param kicks        number of kicks of each size at each stable node
 * @param kickSizes    sizes of the kicks, ascending
 * @param maximumNodes above so many nodes under all inputs together the analysis refuses
 */
record TopologySettings(FlowSettings flow, int directions, double displacement, double smallestShare, int kicks,
		double[] kickSizes, int maximumNodes) {

	static TopologySettings of(Parameters parameters) throws ParameterValueException {
		return new TopologySettings(
				new FlowSettings(parameters.getInteger("steps"), parameters.getReal("landing-radius"),
						parameters.getReal("escape-factor")),
				parameters.getInteger("directions"), parameters.getReal("displacement"),
				parameters.getReal("smallest-share"), parameters.getInteger("kicks"),
				sizes(parameters.getText("kick-sizes")), parameters.getInteger("maximum-nodes"));
	}

	private static double[] sizes(String text) throws ParameterValueException {
		double[] sizes;
		try {
			sizes = Arrays.stream(text.split(",")).map(String::strip).mapToDouble(Double::parseDouble).distinct().sorted()
					.toArray();
		} catch (NumberFormatException e) {
			throw wrong(text);
		}
		if (!Arrays.stream(sizes).allMatch(size -> size > 0 && Double.isFinite(size))) {
			throw wrong(text);
		}
		return sizes;
	}

	private static ParameterValueException wrong(String text) {
		return new ParameterValueException("The parameter 'kick-sizes' is '" + text
				+ "'; it takes positive numbers with commas in between, for example 0.5, 1, 2.");
	}
}

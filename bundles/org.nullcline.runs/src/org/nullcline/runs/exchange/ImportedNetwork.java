package org.nullcline.runs.exchange;

import java.util.List;
import java.util.Map;

import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.Parameters;

/**
 * A network that was made of foreign arrays.
 *
 * @param network    the network
 * @param parameters of its architecture, those that were assumed included
 * @param sources    where each of its arrays comes from: the name in the file, or "zeros"
 * @param notes      what was recognised and assumed
 * @param warnings   what may be wrong, such as arrays of the file that were not used
 */
public record ImportedNetwork(Network network, Parameters parameters, Map<String, String> sources, List<String> notes,
		List<String> warnings) {

	public ImportedNetwork {
		notes = List.copyOf(notes);
		warnings = List.copyOf(warnings);
	}
}

package org.example.adaptive;

import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.parameter.Parameters;

/** Makes cells from the parameters that plugin.xml declares. */
public class AdaptiveArchitecture implements Architecture {

	@Override
	public Cell create(int inputs, int units, Parameters parameters) {
		return new AdaptiveCell(inputs, units, parameters.getReal("rate"), parameters.getReal("strength"));
	}
}

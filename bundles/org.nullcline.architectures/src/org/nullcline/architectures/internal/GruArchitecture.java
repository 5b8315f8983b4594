package org.nullcline.architectures.internal;

import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.parameter.Parameters;

/** Makes gated recurrent units. */
public final class GruArchitecture implements Architecture {

	@Override
	public Cell create(int inputs, int units, Parameters parameters) {
		return new GruCell(inputs, units, parameters.getChoice("variant").equals("reset-after"),
				parameters.getReal("recurrent-gain"), parameters.getReal("update-bias"));
	}
}

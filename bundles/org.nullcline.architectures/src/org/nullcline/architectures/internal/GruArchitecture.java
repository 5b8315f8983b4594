package org.nullcline.architectures.internal;

import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.parameter.Parameters;

/** Makes gated recurrent units. */
public final class GruArchitecture implements Architecture {

	@Override
	public Cell create(int inputs, int units, Parameters parameters) {
		CellOptions options = CellOptions.of(parameters);
		boolean resetAfter = parameters.getChoice("variant").equals("reset-after");
		double updateBias = parameters.getReal("update-bias");
		return StackedCell.of(parameters.getInteger("layers"),
				layer -> new GruCell(layer == 0 ? inputs : units, units, options.ofLayer(layer), resetAfter, updateBias));
	}
}

package org.nullcline.architectures.internal;

import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.parameter.Parameters;

/** Makes vanilla cells. */
public final class VanillaArchitecture implements Architecture {

	@Override
	public Cell create(int inputs, int units, Parameters parameters) {
		CellOptions options = CellOptions.of(parameters);
		return StackedCell.of(parameters.getInteger("layers"),
				layer -> new VanillaCell(layer == 0 ? inputs : units, units, options.ofLayer(layer)));
	}
}

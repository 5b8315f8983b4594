package org.nullcline.architectures.internal;

import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.parameter.Parameters;

/** Makes long short-term memories. */
public final class LstmArchitecture implements Architecture {

	@Override
	public Cell create(int inputs, int units, Parameters parameters) {
		CellOptions options = CellOptions.of(parameters);
		double forgetBias = parameters.getReal("forget-bias");
		return StackedCell.of(parameters.getInteger("layers"),
				layer -> new LstmCell(layer == 0 ? inputs : units, units, options.ofLayer(layer), forgetBias));
	}
}

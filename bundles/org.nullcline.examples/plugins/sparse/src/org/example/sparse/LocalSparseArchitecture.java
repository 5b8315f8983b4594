package org.example.sparse;

import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.parameter.Parameters;

// [snippet: architecture]
/** Makes cells from the parameters that plugin.xml declares. */
public class LocalSparseArchitecture implements Architecture {

	@Override
	public Cell create(int inputs, int units, Parameters parameters) {
		return new LocalSparseCell(inputs, units, parameters.getReal("radius"));
	}
}
// [end]

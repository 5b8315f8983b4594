package org.nullcline.analysis.integration.internal;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The networks of one architecture and nonlinearity.
 *
 * @param gated whether their cells have gates
 */
record GroupIntegration(String name, boolean gated, List<NetworkIntegration> networks) {

	/** A quantity of each network, those that have none left out. */
	double[] values(ToDoubleFunction<NetworkIntegration> quantity) {
		return networks.stream().mapToDouble(quantity).filter(Double::isFinite).toArray();
	}
}

package org.nullcline.analysis.oscillation.internal;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The networks of one architecture and nonlinearity. */
record GroupCycles(String name, List<NetworkCycles> networks) {

	/** A quantity of each network, those that have none left out. */
	double[] values(ToDoubleFunction<NetworkCycles> quantity) {
		return networks.stream().mapToDouble(quantity).filter(Double::isFinite).toArray();
	}

	/** A quantity of each network under one command. */
	double[] values(int command, ToDoubleFunction<CommandedCycle> quantity) {
		return networks.stream().mapToDouble(network -> quantity.applyAsDouble(network.cycles().get(command)))
				.filter(Double::isFinite).toArray();
	}
}

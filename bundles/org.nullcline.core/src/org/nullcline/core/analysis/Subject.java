package org.nullcline.core.analysis;

import java.util.Map;
import java.util.TreeMap;

import org.nullcline.core.network.Network;

/**
 * A network under analysis.
 *
 * @param name         unique within the request, for example {@code gru-64-seed-0}
 * @param architecture identifier of its architecture
 * @param units        number of hidden units
 * @param seed         which of the networks of its cell of the grid, from 0
 * @param performance  fraction of variance unexplained on held-out trials, or NaN if unknown
 * @param properties   what else its cell of the grid differs in from others, by name: the parameters of its architecture, such
 *                     as {@code nonlinearity}, and {@code l2}; empty for a network that belongs to no grid
 * @param network      the network; not to be changed
 */
public record Subject(String name, String architecture, int units, int seed, double performance,
		Map<String, String> properties, Network network) {

	public Subject {
		properties = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(properties));
	}

	/** A network that belongs to no grid. */
	public Subject(String name, String architecture, int units, int seed, double performance, Network network) {
		this(name, architecture, units, seed, performance, Map.of(), network);
	}
}

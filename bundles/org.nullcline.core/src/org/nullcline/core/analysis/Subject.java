package org.nullcline.core.analysis;

import org.nullcline.core.network.Network;

/**
 * A network under analysis.
 *
 * @param name         unique within the request, for example {@code gru-64-seed-0}
 * @param architecture identifier of its architecture
 * @param units        number of hidden units
 * @param seed         which of the networks of its cell of the grid, from 0
 * @param performance  fraction of variance unexplained on held-out trials, or NaN if unknown
 * @param network      the network; not to be changed
 */
public record Subject(String name, String architecture, int units, int seed, double performance, Network network) {
}

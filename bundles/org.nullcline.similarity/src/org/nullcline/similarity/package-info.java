/**
 * Tools on distances between networks, whatever the distance is: matrices that carry their definition, maps, hierarchical
 * clustering, silhouettes, and tests of whether a label describes the clusters. The distances themselves come from the
 * extension point {@code org.nullcline.core.distances}.
 * <p>
 * Everything here is deterministic: randomness comes from a {@link org.nullcline.core.random.RandomStream} that the caller
 * hands over.
 *
 * @since 0.1.0
 */
package org.nullcline.similarity;

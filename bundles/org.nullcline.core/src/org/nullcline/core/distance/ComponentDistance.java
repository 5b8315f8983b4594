package org.nullcline.core.distance;

/**
 * A distance that compares a number of leading principal components of each network, and so can be computed for several
 * numbers of them from one preparation. Its parameter is called
 * {@code components}. The distances of a population are made with the same number for all.
 */
public interface ComponentDistance<P> extends StateDistance<P> {

	/** Number of components that are compared. */
	int components();

	/** Number of components that a network has, at most {@link #components()}; fewer where its states vary in fewer. */
	int components(P prepared);

	/**
	 * The same distance with fewer components, on networks that this one prepared.
	 *
	 * @param count from 1 to {@link #components()}
	 */
	ComponentDistance<P> withComponents(int count);
}

package org.nullcline.core.network;

/**
 * Where the hidden units lie along one axis of an array: index {@code first + u} belongs to unit {@code u}, for all units
 * that the readout sees. A gated cell has several blocks along one axis, one for each gate.
 *
 * @param array name of a weight array or {@link Network#INITIAL_STATE}
 * @param axis  0 for rows or the only axis, 1 for columns
 * @param first where the block begins
 * @since 0.1.0
 */
public record UnitBlock(String array, int axis, int first) {

	public UnitBlock {
		if (axis < 0 || axis > 1 || first < 0) {
			throw new IllegalArgumentException("array '" + array + "': no block of units at " + first + " of axis " + axis);
		}
	}
}

package org.nullcline.core.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Another order of the hidden units of a network. Applied to its weights it changes no output; applied as well to a gradient
 * or to what an optimizer remembers, it changes nothing that training will do.
 *
 * @since 0.1.0
 */
public final class UnitPermutation {

	private final int[] order;
	private final List<UnitBlock> blocks;

	private UnitPermutation(int[] order, List<UnitBlock> blocks) {
		this.order = order;
		this.blocks = blocks;
	}

	/**
	 * The permutation of the units of a network.
	 *
	 * @param cell  of the network
	 * @param order which unit comes to each place, [unit]
	 * @throws IllegalArgumentException if the order does not name each unit once, or the cell does not tell where its units are
	 */
	public static UnitPermutation of(Cell cell, int[] order) {
		int units = cell.units();
		boolean[] seen = new boolean[units];
		for (int unit : order) {
			if (unit < 0 || unit >= units || seen[unit]) {
				throw new IllegalArgumentException(
						"an order of " + units + " units names each of 0 to " + (units - 1) + " once");
			}
			seen[unit] = true;
		}
		if (order.length != units) {
			throw new IllegalArgumentException("an order of " + units + " units has " + order.length + " entries");
		}
		List<UnitBlock> blocks = new ArrayList<>(cell.unitBlocks());
		if (blocks.isEmpty()) {
			throw new IllegalArgumentException("the cell does not tell where its hidden units lie in its arrays (unitBlocks)");
		}
		blocks.add(new UnitBlock(Network.READOUT_WEIGHT, 1, 0));
		return new UnitPermutation(order.clone(), blocks);
	}

	/** Puts the units of arrays into the new order; arrays without units, and those that are not held, stay as they are. */
	public void apply(Weights arrays) {
		apply(arrays.arrays());
	}

	/** As {@link #apply(Weights)}, for arrays by name. */
	public void apply(Map<String, INDArray> arrays) {
		Map<String, int[]> rows = new LinkedHashMap<>();
		Map<String, int[]> columns = new LinkedHashMap<>();
		for (UnitBlock block : blocks) {
			INDArray array = arrays.get(block.array());
			if (array != null) {
				int[] sources = (block.axis() == 0 ? rows : columns).computeIfAbsent(block.array(),
						_ -> identity((int) array.size(block.axis())));
				for (int place = 0; place < order.length; place++) {
					sources[block.first() + place] = block.first() + order[place];
				}
			}
		}
		arrays.forEach((name, array) -> {
			if (rows.containsKey(name) || columns.containsKey(name)) {
				array.assign(permuted(array, rows.get(name), columns.get(name)));
			}
		});
	}

	private static INDArray permuted(INDArray array, int[] rows, int[] columns) {
		int width = array.rank() == 1 ? 1 : (int) array.size(1);
		double[] values = NativeArrays.values(array);
		double[] permuted = new double[values.length];
		for (int i = 0; i < values.length; i++) {
			int row = rows == null ? i / width : rows[i / width];
			int column = columns == null ? i % width : columns[i % width];
			permuted[i] = values[row * width + column];
		}
		return NativeArrays.of(permuted, array.shape());
	}

	private static int[] identity(int length) {
		int[] indices = new int[length];
		for (int i = 0; i < length; i++) {
			indices[i] = i;
		}
		return indices;
	}
}

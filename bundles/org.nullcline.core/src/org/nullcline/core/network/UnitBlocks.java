package org.nullcline.core.network;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.core.network.WeightDeclaration.Role;

/** Tells the blocks of units of a cell from the roles and shapes of its arrays, where these leave no doubt. */
final class UnitBlocks {

	private UnitBlocks() {
	}

	/** Empty if an array has another role or shape than those of a cell with one layer of gates. */
	static List<UnitBlock> byRole(Cell cell) {
		int units = cell.units();
		List<UnitBlock> blocks = new ArrayList<>();
		int recurrent = 0;
		for (WeightDeclaration array : cell.weights()) {
			List<Integer> shape = array.shape();
			boolean matrix = array.role() == Role.INPUT || array.role() == Role.RECURRENT;
			if (!matrix && array.role() != Role.BIAS || shape.size() != (matrix ? 2 : 1) || shape.get(0) % units != 0) {
				return List.of();
			}
			for (int first = 0; first < shape.get(0); first += units) {
				blocks.add(new UnitBlock(array.name(), 0, first));
			}
			if (array.role() == Role.RECURRENT) {
				recurrent++;
				if (shape.get(1) != units) {
					return List.of();
				}
				blocks.add(new UnitBlock(array.name(), 1, 0));
			}
		}
		int first = 0;
		for (StateLayout.Part part : cell.state().parts()) {
			if (part.size() != units) {
				return List.of();
			}
			blocks.add(new UnitBlock(Network.INITIAL_STATE, 0, first));
			first += units;
		}
		// Two recurrent arrays may be those of two layers, whose units are not the same.
		return recurrent == 1 ? List.copyOf(blocks) : List.of();
	}
}

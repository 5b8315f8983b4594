package org.example.modular;

import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.UnitBlock;
import org.nullcline.core.network.UnitPositions;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.WeightDeclaration.Role;

/** Which weights connect which units, and how far these are from each other, in any cell that says where its units are. */
final class Wiring {

	private Wiring() {
	}

	/** What is done with a weight that goes from one unit to another. */
	interface Visitor {

		void visit(String array, int row, int column, int from, int to);
	}

	/** Visits all recurrent weights: each block of rows belongs to the units that are driven, columns to those that drive. */
	static void visit(Network network, Visitor visitor) {
		Cell cell = network.cell();
		for (WeightDeclaration array : cell.weights()) {
			for (UnitBlock rows : cell.unitBlocks()) {
				if (array.role() == Role.RECURRENT && rows.array().equals(array.name()) && rows.axis() == 0) {
					for (int to = 0; to < cell.units(); to++) {
						for (int from = 0; from < cell.units(); from++) {
							visitor.visit(array.name(), rows.first() + to, from, from, to);
						}
					}
				}
			}
		}
	}

	/** Distances between all places, [unit][unit]. */
	static double[][] distances(Cell cell) {
		double[][] positions = cell.unitPositions();
		double[][] distances = new double[positions.length][positions.length];
		for (int i = 0; i < positions.length; i++) {
			for (int j = 0; j < positions.length; j++) {
				distances[i][j] = UnitPositions.distance(positions[i], positions[j]);
			}
		}
		return distances;
	}

	/** The sum of |w| over all recurrent weights between two units, [from][to]. */
	static double[][] strengths(Network network) {
		int units = network.cell().units();
		double[][] strengths = new double[units][units];
		visit(network, (array, row, column, from, to) -> strengths[from][to] += Math
				.abs(network.weights().get(array).getDouble(row, column)));
		return strengths;
	}
}

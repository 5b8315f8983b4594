package org.example.modular;

import org.nullcline.core.network.Network;
import org.nullcline.core.network.Weights;
import org.nullcline.core.training.WeightRegularizer;

// [snippet: regularizer]
/** sum |w_ij| d_ij over recurrent weights, with the distance d_ij of the units that they connect. */
final class WiringLength implements WeightRegularizer {

	@Override
	public double evaluate(Network network, Weights gradient) {
		double[][] distances = Wiring.distances(network.cell());
		double[] sum = new double[1];
		Wiring.visit(network, (array, row, column, from, to) -> {
			double weight = network.weights().get(array).getDouble(row, column);
			sum[0] += Math.abs(weight) * distances[from][to];
			// An array that a phase has frozen has no derivative.
			if (gradient.holds(array)) {
				gradient.get(array).putScalar(row, column, Math.signum(weight) * distances[from][to]);
			}
		});
		return sum[0];
	}
}
// [end]

package org.nullcline.analysis.topology.internal.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.dynamics.Cancellation;
import org.nullcline.linearalgebra.NativeArrays;

/** Follows states under a constant input, h' = F(x*, h), until they land; many at a time. */
public final class Flow {

	private static final int BATCH = 1024;
	/** Time steps of one pass. */
	private static final int CHUNK = 16;

	private final Network network;
	private final double[] input;
	private final Nodes nodes;
	private final FlowSettings settings;
	private final double[] radii;

	/** @param input one value per input channel */
	public Flow(Network network, double[] input, Nodes nodes, FlowSettings settings) {
		this.network = network;
		this.input = input.clone();
		this.nodes = nodes;
		this.settings = settings;
		radii = Arrays.stream(nodes.spacing()).map(spacing -> settings.landingRadius() * spacing).toArray();
	}

	/**
	 * Follows each start.
	 *
	 * @param starts [start][state]
	 * @return where each one led, in the order of the starts
	 * @throws org.eclipse.core.runtime.OperationCanceledException if the user has cancelled
	 */
	public List<Journey> follow(double[][] starts, IProgressMonitor monitor) {
		List<Journey> journeys = new ArrayList<>();
		for (int from = 0; from < starts.length; from += BATCH) {
			journeys.addAll(followBatch(Arrays.copyOfRange(starts, from, Math.min(starts.length, from + BATCH)), monitor));
		}
		return journeys;
	}

	private List<Journey> followBatch(double[][] starts, IProgressMonitor monitor) {
		int size = network.cell().state().size();
		double[] centre = nodes.centre();
		double escape = settings.escapeFactor() * nodes.extent();
		Traveller[] travellers = new Traveller[starts.length];
		Arrays.setAll(travellers, i -> new Traveller(nodes, radii, centre, escape));
		int[] active = java.util.stream.IntStream.range(0, starts.length).toArray();
		double[] current = flat(starts, size);
		int steps = 0;
		while (active.length > 0 && steps < settings.steps()) {
			int[] rows = active;
			INDArray inputs = inputs(rows.length);
			try (SequencePass pass = network.cell().sequence(CHUNK, rows.length, Precision.DOUBLE)) {
				// The batch is made smaller when a quarter of it has landed; until then its rows are carried along.
				while (steps < settings.steps() && remaining(rows, travellers) > 3 * rows.length / 4) {
					Cancellation.check(monitor);
					current = advance(pass, inputs, current, rows, travellers, size);
					steps += CHUNK;
				}
			}
			inputs.close();
			active = Arrays.stream(rows).filter(row -> travellers[row].journey() == null).toArray();
			current = compact(current, rows, active, size);
		}
		for (int i = 0; i < active.length; i++) {
			travellers[active[i]].giveUp(current, i * size, size);
		}
		return Arrays.stream(travellers).map(Traveller::journey).toList();
	}

	private double[] advance(SequencePass pass, INDArray inputs, double[] current, int[] rows, Traveller[] travellers,
			int size) {
		INDArray initial = NativeArrays.of(current, rows.length, size);
		pass.forward(network.weights(), new SequenceInputs(inputs, initial));
		double[] states = NativeArrays.values(pass.states());
		initial.close();
		for (int row = 0; row < rows.length; row++) {
			Traveller traveller = travellers[rows[row]];
			for (int t = 0; t < CHUNK && traveller.journey() == null; t++) {
				int after = (t * rows.length + row) * size;
				if (t == 0) {
					traveller.move(current, row * size, states, after, size);
				} else {
					traveller.move(states, after - rows.length * size, states, after, size);
				}
			}
		}
		return Arrays.copyOfRange(states, (CHUNK - 1) * rows.length * size, CHUNK * rows.length * size);
	}

	private static long remaining(int[] rows, Traveller[] travellers) {
		return Arrays.stream(rows).filter(row -> travellers[row].journey() == null).count();
	}

	private static double[] compact(double[] current, int[] rows, int[] kept, int size) {
		double[] result = new double[kept.length * size];
		int next = 0;
		for (int row = 0; row < rows.length && next < kept.length; row++) {
			if (rows[row] == kept[next]) {
				System.arraycopy(current, row * size, result, next * size, size);
				next++;
			}
		}
		return result;
	}

	private INDArray inputs(int rows) {
		double[] values = new double[CHUNK * rows * input.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = input[i % input.length];
		}
		return NativeArrays.of(values, CHUNK, rows, input.length);
	}

	private static double[] flat(double[][] rows, int size) {
		double[] values = new double[rows.length * size];
		for (int i = 0; i < rows.length; i++) {
			System.arraycopy(rows[i], 0, values, i * size, size);
		}
		return values;
	}
}

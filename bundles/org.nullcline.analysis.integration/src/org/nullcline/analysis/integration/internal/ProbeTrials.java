package org.nullcline.analysis.integration.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.task.Probe;
import org.nullcline.dynamics.StraightLine;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * A network on graded constant inputs without noise.
 *
 * @param probes  what it was given
 * @param states  of each probe, [time][state]
 * @param outputs of each probe, [time][output]
 */
record ProbeTrials(List<Probe> probes, List<double[][]> states, List<double[][]> outputs) {

	static ProbeTrials of(Network network, List<Probe> probes) {
		List<double[][]> states = new ArrayList<>();
		List<double[][]> outputs = new ArrayList<>();
		int size = network.cell().state().size();
		for (Probe probe : probes) {
			INDArray trial = network.states(probe.inputs());
			outputs.add(NativeArrays.rows(NativeArrays.of(NativeArrays.values(network.outputs(trial)), probe.steps(), network.outputs())));
			states.add(NativeArrays.rows(NativeArrays.of(NativeArrays.values(trial), probe.steps(), size)));
		}
		return new ProbeTrials(probes, states, outputs);
	}

	/** The same probes given on another channel. */
	static List<Probe> on(int channel, List<Probe> probes) {
		return probes.stream().map(probe -> new Probe(probe.condition(), channel, probe.value(), probe.steps())).toList();
	}

	/** How far an output is at the end, per unit of input summed over the trial: the slope over all probes. */
	double gain(int output) {
		return StraightLine.fit(probes.stream().mapToDouble(probe -> probe.value() * probe.steps()).toArray(), finals(output))
				.slope();
	}

	/** Root mean square over probes of how far an output is from where it would be without input; the slope misses even effects. */
	double shift(double withoutInput, int output) {
		return Math.sqrt(Arrays.stream(finals(output)).map(v -> (v - withoutInput) * (v - withoutInput)).average().orElse(Double.NaN));
	}

	/** The output at the end of each probe. */
	double[] finals(int output) {
		return outputs.stream().mapToDouble(trial -> trial[trial.length - 1][output]).toArray();
	}
}

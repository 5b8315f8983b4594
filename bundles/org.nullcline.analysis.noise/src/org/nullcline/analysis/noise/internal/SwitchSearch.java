package org.nullcline.analysis.noise.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.network.Network;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.dynamics.Logits;
import org.nullcline.dynamics.NoiseDrivenRollouts;

/**
 * Finds the switch after the longest dwell of a run, and before it the state from which the network is committed: fresh
 * noise cannot keep it from switching any more.
 *
 * @param probes         trajectories from each state
 * @param length         steps of a probe
 * @param committedBelow mean time to the switch
 * @param waitingFrom    mean time to the switch
 * @param earliest       step of a switch
 */
record SwitchSearch(Network network, double deviation, int probes, int length, double committedBelow, double waitingFrom,
		int earliest) {

	private static final int SKIPPED_SWITCHES = 4;
	private static final int LONGEST_LOOK_BACK = 100;
	private static final int LOOK_AHEAD = 5;

	/** What probes from one state did. */
	private record Probed(double meanTime, double fraction) {
	}

	/** @return nothing if no switch of the run is both waited for and committed */
	Optional<Switch> find(int number, DrivenTrajectory run, GaussianNoise noise, IProgressMonitor monitor) {
		int[] switches = run.switches();
		List<Integer> candidates = IntStream.range(SKIPPED_SWITCHES, switches.length)
				.filter(k -> switches[k] > earliest && switches[k] + LOOK_AHEAD < run.steps()).boxed()
				.sorted(Comparator.comparingInt(k -> switches[k - 1] - switches[k])).toList();
		if (candidates.isEmpty()) {
			return Optional.empty();
		}
		// The longest dwell: shorter ones of the same run would be chosen by what the probes say.
		int step = switches[candidates.getFirst()];
		int dwell = step - switches[candidates.getFirst() - 1];
		int cluster = Math.max(step - (dwell + 1) / 2, step - LONGEST_LOOK_BACK);
		Probed[] probed = probe(run, cluster, step + LOOK_AHEAD, run.symbols()[step - 1], noise, monitor);
		for (int i = 0; i < probed.length; i++) {
			if (probed[i].meanTime() < committedBelow && probed[i].fraction() == 1) {
				boolean waited = Arrays.stream(probed, 0, i).anyMatch(p -> p.meanTime() >= waitingFrom && p.fraction() < 1);
				return waited ? Optional.of(new Switch(number, cluster, cluster + i, step)) : Optional.empty();
			}
		}
		return Optional.empty();
	}

	/** Probes from all steps from one to another, the last one included: time until the symbol is not the given one. */
	private Probed[] probe(DrivenTrajectory run, int from, int to, int symbol, GaussianNoise noise, IProgressMonitor monitor) {
		int count = to - from + 1;
		int[] times = new int[count * probes];
		new NoiseDrivenRollouts(network, noise, deviation, length).run(times.length,
				trajectory -> run.states()[from + trajectory / probes], (trajectory, step, outputs, offset) -> {
					if (Logits.symbol(outputs, offset, network.outputs()) != symbol) {
						times[trajectory] = step;
						return false;
					}
					return true;
				}, monitor);
		Probed[] probed = new Probed[count];
		for (int i = 0; i < count; i++) {
			int[] own = Arrays.stream(times, i * probes, (i + 1) * probes).filter(t -> t > 0).toArray();
			probed[i] = new Probed(Arrays.stream(own).average().orElse(length), (double) own.length / probes);
		}
		return probed;
	}
}

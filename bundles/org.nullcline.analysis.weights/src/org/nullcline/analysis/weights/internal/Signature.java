package org.nullcline.analysis.weights.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.core.network.Network;
import org.nullcline.core.network.UnitDrives;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.Logits;
import org.nullcline.linearalgebra.Blas;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The recurrent drive of all units, the part W h of the drives that made a state, while a network dwells in a symbol and
 * when it leaves it.
 *
 * @param cluster    mean over confident states far from any switch, [unit]
 * @param kickZone   mean over states some steps before a switch out of the symbol, [unit]
 * @param transition the last state before each switch, [switch][unit]
 */
record Signature(double[] cluster, double[] kickZone, List<double[]> transition) {

	/** States with the old symbol; from the last one the symbol changes in the next step. */
	private static final int TRANSITION_STEPS = 1;
	/** Further from a switch is neither transition nor kick-zone; these are the limits of the residency analysis. */
	private static final int KICK_STEPS = 8;

	static Signature of(Network network, UnitDrives drives, DrivenTrajectory run, int symbol, double confidence) {
		double[][] sent = NativeArrays
				.rows(Blas.product(NativeArrays.of(run.states()), false, network.weights().get(drives.recurrent()), true));
		// The state of step t was made by what that of step t - 1 sends.
		double[][] drive = new double[sent.length][sent[0].length];
		System.arraycopy(sent, 0, drive, 1, sent.length - 1);
		int[] switches = run.switches();
		List<Integer> kick = new ArrayList<>();
		List<double[]> transition = new ArrayList<>();
		boolean[] near = new boolean[run.steps()];
		for (int step : switches) {
			for (int t = Math.max(0, step - KICK_STEPS); t < Math.min(run.steps(), step + KICK_STEPS); t++) {
				near[t] = true;
			}
			if (run.symbols()[step - 1] != symbol) {
				continue;
			}
			List<Integer> last = new ArrayList<>();
			for (int t = step - 1; t >= Math.max(0, step - KICK_STEPS) && run.symbols()[t] == symbol; t--) {
				(t >= step - TRANSITION_STEPS ? last : kick).add(t);
			}
			transition.add(mean(drive, last.stream().mapToInt(t -> t).toArray()));
		}
		int[] cluster = IntStream.range(0, run.steps()).filter(
				t -> !near[t] && run.symbols()[t] == symbol && Logits.confidence(run.outputs()[t]) > confidence).toArray();
		return new Signature(mean(drive, cluster), mean(drive, kick.stream().mapToInt(t -> t).toArray()), transition);
	}

	/** Rise of the mean drive of a unit from the cluster to the transition; NaN without either. */
	double contrast(int unit) {
		return transition.stream().mapToDouble(rows -> rows[unit]).average().orElse(Double.NaN) - cluster[unit];
	}

	/** Mean over some units. */
	static double mean(double[] values, int[] units) {
		return IntStream.of(units).mapToDouble(unit -> values[unit]).average().orElse(Double.NaN);
	}

	private static double[] mean(double[][] rows, int[] steps) {
		double[] mean = new double[rows[0].length];
		for (int i = 0; i < mean.length; i++) {
			int unit = i;
			mean[i] = IntStream.of(steps).mapToDouble(t -> rows[t][unit]).average().orElse(Double.NaN);
		}
		return mean;
	}
}

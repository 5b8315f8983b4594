package org.nullcline.dynamics;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.nullcline.core.network.Network;
import org.nullcline.core.network.UnitDrives;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Eigenvalues of dF/dh at many states. For rectified units the Jacobian is D W with D = diag(1[u > 0]), whose nonzero
 * eigenvalues are those of W[S, S], S the active units; so they are computed from the small matrix, once for each set of
 * active units. Other cells are differentiated in full. Safe for several threads.
 */
public final class LocalSpectra {

	/** Sets of active units that are remembered; noise visits ever new ones. */
	private static final int MOST_REMEMBERED = 20_000;

	private static final double CRITICAL = 0.1;

	private final Network network;
	private final UnitDrives drives;
	private final double[][] recurrent;
	private final double[][] external;
	private final double[] constant;
	private final Map<BitSet, List<Complex>> known = new ConcurrentHashMap<>();

	public LocalSpectra(Network network) {
		this.network = network;
		drives = network.cell().unitDrives().filter(UnitDrives::rectified).filter(d -> !d.biased()).orElse(null);
		recurrent = drives == null ? null : NativeArrays.rows(network.weights().get(drives.recurrent()));
		external = drives == null ? null : NativeArrays.rows(network.weights().get(drives.external()));
		constant = new double[network.cell().inputs()];
	}

	/** Eigenvalues of dF/dh without input, largest modulus first; without the zeros of inactive units. */
	public List<Complex> of(double[] state) {
		return of(state, constant);
	}

	/** Eigenvalues of dF/dh under an input. */
	public List<Complex> of(double[] state, double[] input) {
		if (drives == null) {
			return Lapack.eigenvalues(NativeArrays.of(NativeArrays.values(network.cell().stateJacobian(network.weights(),
					NativeArrays.of(input, 1, input.length), NativeArrays.of(state, 1, state.length))), state.length, state.length));
		}
		BitSet active = new BitSet(recurrent.length);
		for (int i = 0; i < recurrent.length; i++) {
			active.set(i, dot(recurrent[i], state) + dot(external[i], input) > 0);
		}
		return remembered(active);
	}

	/** Whether {@link #ofStep} can tell: for rectified units without biases. */
	public boolean rectified() {
		return drives != null;
	}

	/**
	 * Eigenvalues of dF/dh of the step that led to a state, under the input that it had: its active units are those that are
	 * not 0 after it.
	 *
	 * @throws IllegalStateException if the units are not {@link #rectified}
	 */
	public List<Complex> ofStep(double[] next) {
		if (drives == null) {
			throw new IllegalStateException("active units are told by the state of rectified units alone");
		}
		BitSet active = new BitSet(recurrent.length);
		for (int i = 0; i < recurrent.length; i++) {
			active.set(i, next[i] > 0);
		}
		return remembered(active);
	}

	private List<Complex> remembered(BitSet active) {
		List<Complex> remembered = known.get(active);
		if (remembered != null) {
			return remembered;
		}
		List<Complex> values = active(recurrent, active.stream().toArray());
		if (known.size() < MOST_REMEMBERED) {
			known.put(active, values);
		}
		return values;
	}

	/** Number of eigenvalues outside the unit circle, |z| > 1. */
	public static int unstable(List<Complex> eigenvalues) {
		return (int) eigenvalues.stream().filter(value -> value.modulus() > 1).count();
	}

	/**
	 * Number of complex pairs near the unit circle: |Re m| below 0.1 and Im m above a limit after the {@link MoebiusMap}.
	 *
	 * @param imaginary the limit, which keeps pairs out that hardly turn
	 */
	public static int criticalPairs(List<Complex> eigenvalues, double imaginary) {
		return (int) eigenvalues.stream().map(MoebiusMap::of).filter(m -> Math.abs(m.real()) < CRITICAL && m.imaginary() > imaginary)
				.count();
	}

	/** Eigenvalues of W[S, S]: all those of diag(1[i in S]) W that are not 0 for certain. */
	static List<Complex> active(double[][] recurrent, int[] units) {
		if (units.length == 0) {
			return List.of();
		}
		double[][] part = Arrays.stream(units)
				.mapToObj(i -> Arrays.stream(units).mapToDouble(j -> recurrent[i][j]).toArray()).toArray(double[][]::new);
		return Lapack.eigenvalues(NativeArrays.of(part));
	}

	private static double dot(double[] a, double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += a[i] * b[i];
		}
		return sum;
	}
}

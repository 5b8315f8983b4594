package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.linearalgebra.SingularValues;

/**
 * Damped Newton's method on F(x*, h) - h = 0: (J - I) d = -(F(h) - h), then h + d, h + d/2, h + d/4, ... until q falls.
 * Where J - I is singular, as on a line of fixed points, d is the shortest least-squares solution.
 */
final class NewtonPolish {

	private static final int ITERATIONS = 60;
	private static final int HALVINGS = 20;
	/** A start is given up if q has not halved within this many iterations: it is caught in a local minimum of q. */
	private static final int PATIENCE = 8;
	/** A step must lower q by at least this fraction of the step's scale. */
	private static final double SUFFICIENT = 1e-4;
	/** Singular values below this fraction of the largest do not count in the least-squares step. */
	private static final double SINGULAR = 1e-7;
	/** Largest number of Jacobian elements held at once. */
	private static final int CHUNK_ELEMENTS = 1 << 21;

	private final AutonomousMap map;
	private final double exactTolerance;
	private final int size;

	NewtonPolish(AutonomousMap map, double exactTolerance) {
		this.map = map;
		this.exactTolerance = exactTolerance;
		this.size = map.size();
	}

	/** The end of the iteration from each start, in the order of the starts; q never grows. */
	List<Candidate> polish(List<Candidate> starts, IProgressMonitor monitor) {
		int chunk = Math.clamp(CHUNK_ELEMENTS / ((long) size * size), 1, 256);
		List<Candidate> ends = new ArrayList<>();
		for (int from = 0; from < starts.size(); from += chunk) {
			ends.addAll(polishChunk(starts.subList(from, Math.min(starts.size(), from + chunk)), monitor));
		}
		return ends;
	}

	private List<Candidate> polishChunk(List<Candidate> starts, IProgressMonitor monitor) {
		double[][] states = starts.stream().map(start -> start.state().clone()).toArray(double[][]::new);
		double[][] residuals = map.residuals(states);
		double[] q = Arrays.stream(residuals).mapToDouble(AutonomousMap::q).toArray();
		int[] active = java.util.stream.IntStream.range(0, states.length).filter(i -> Double.isFinite(q[i]) && q[i] > 0).toArray();
		double[] before = q.clone();
		for (int iteration = 1; iteration <= ITERATIONS && active.length > 0; iteration++) {
			active = iterate(active, states, residuals, q, monitor);
			if (iteration % PATIENCE == 0) {
				active = Arrays.stream(active).filter(i -> q[i] < before[i] / 2).toArray();
				System.arraycopy(q, 0, before, 0, q.length);
			}
		}
		List<Candidate> ends = new ArrayList<>();
		for (int i = 0; i < states.length; i++) {
			ends.add(new Candidate(states[i], q[i], starts.get(i).seeds()));
		}
		return ends;
	}

	/** One step of each active state; returns those that can still be improved. */
	private int[] iterate(int[] active, double[][] states, double[][] residuals, double[] q, IProgressMonitor monitor) {
		INDArray jacobians = map.jacobians(rows(states, active));
		double[] elements = NativeArrays.values(jacobians);
		if (jacobians.closeable()) {
			jacobians.close();
		}
		double[][] steps = new double[states.length][];
		for (int k = 0; k < active.length; k++) {
			Cancellation.check(monitor);
			int i = active[k];
			double[] matrix = Arrays.copyOfRange(elements, k * size * size, (k + 1) * size * size);
			for (int j = 0; j < size; j++) {
				matrix[j * size + j] -= 1;
			}
			steps[i] = Arrays.stream(matrix).allMatch(Double::isFinite) ? step(matrix, residuals[i], states[i]) : null;
		}
		int[] waiting = Arrays.stream(active).filter(i -> steps[i] != null).toArray();
		boolean[] improved = new boolean[states.length];
		double scale = 1;
		for (int halving = 0; halving <= HALVINGS && waiting.length > 0; halving++, scale /= 2) {
			Cancellation.check(monitor);
			waiting = tryScale(waiting, scale, steps, states, residuals, q, improved);
		}
		return Arrays.stream(active).filter(i -> improved[i] && q[i] > 0).toArray();
	}

	/** Moves the waiting states by their scaled steps where that lowers q; returns those that wait for a smaller scale. */
	private int[] tryScale(int[] waiting, double scale, double[][] steps, double[][] states, double[][] residuals,
			double[] q, boolean[] improved) {
		double[][] tried = new double[waiting.length][];
		for (int k = 0; k < waiting.length; k++) {
			tried[k] = states[waiting[k]].clone();
			for (int j = 0; j < size; j++) {
				tried[k][j] += scale * steps[waiting[k]][j];
			}
		}
		double[][] triedResiduals = map.residuals(tried);
		List<Integer> still = new ArrayList<>();
		for (int k = 0; k < waiting.length; k++) {
			int i = waiting[k];
			double triedQ = AutonomousMap.q(triedResiduals[k]);
			if (triedQ < q[i] * (1 - SUFFICIENT * scale)) {
				states[i] = tried[k];
				residuals[i] = triedResiduals[k];
				q[i] = triedQ;
				improved[i] = true;
			} else if (q[i] > exactTolerance) {
				// Below the tolerance only rounding errors are left, and no scale helps against those.
				still.add(i);
			}
		}
		return still.stream().mapToInt(Integer::intValue).toArray();
	}

	private double[] step(double[] matrix, double[] residual, double[] state) {
		double[] right = Arrays.stream(residual).map(value -> -value).toArray();
		INDArray a = NativeArrays.of(matrix, size, size);
		INDArray b = NativeArrays.of(right, size, 1);
		try {
			Optional<INDArray> solution = Lapack.solve(a, b);
			if (solution.isPresent()) {
				double[] step = NativeArrays.values(solution.get());
				solution.get().close();
				if (norm(step) <= 2 * (Math.sqrt(size) + norm(state))) {
					return step;
				}
			}
			return leastSquares(a, right);
		} finally {
			a.close();
			b.close();
		}
	}

	private double[] leastSquares(INDArray matrix, double[] right) {
		SingularValues decomposition = Lapack.singularValues(matrix);
		double[] u = NativeArrays.values(decomposition.left());
		double[] v = NativeArrays.values(decomposition.right());
		double[] s = decomposition.values();
		double[] step = new double[size];
		for (int k = 0; k < size && s[k] > SINGULAR * s[0]; k++) {
			double coefficient = 0;
			for (int i = 0; i < size; i++) {
				coefficient += u[i * size + k] * right[i];
			}
			for (int j = 0; j < size; j++) {
				step[j] += coefficient / s[k] * v[k * size + j];
			}
		}
		return step;
	}

	private static double norm(double[] vector) {
		double sum = 0;
		for (double value : vector) {
			sum += value * value;
		}
		return Math.sqrt(sum);
	}

	private static double[][] rows(double[][] all, int[] chosen) {
		return Arrays.stream(chosen).mapToObj(i -> all[i]).toArray(double[][]::new);
	}
}

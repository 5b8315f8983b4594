package org.nullcline.dynamics;

import org.nullcline.core.random.RandomStream;

/**
 * Standard normal numbers for many trajectories. What a trajectory gets in a step depends on the stream, the trajectory's
 * number and the step's number alone, so trajectories may run in any order, on any thread, and again.
 * <p>
 * Each pair of trajectory and step is hashed to the start of a SplitMix64 sequence (Steele, Lea and Flood 2014), which the
 * ziggurat of Marsaglia and Tsang in the form of Doornik (2005, "An improved ziggurat method", 128 layers) makes normal:
 * some ten times as fast as the streams of {@link RandomStream}, which are kept for everything but noise.
 */
public final class GaussianNoise {

	private static final int LAYERS = 128;
	private static final double TAIL = 3.442619855899;
	private static final double AREA = 9.91256303526217e-3;
	private static final double UNIT = 0x1.0p-53;
	private static final long GOLDEN = 0x9E3779B97F4A7C15L;
	/** Right edges of the layers, widest first. */
	private static final double[] EDGE = edges();
	/** A number below this fraction of its layer's width certainly lies under the curve. */
	private static final double[] INNER = inner();

	private final long key;

	private GaussianNoise(long key) {
		this.key = key;
	}

	/** Noise below a named stream, of which one number is taken. */
	public static GaussianNoise of(RandomStream random) {
		return new GaussianNoise(random.nextLong());
	}

	/** The noise of one trajectory in one step. */
	public void fill(long trajectory, long step, double[] target, int offset, int count) {
		long state = mix(mix(key + GOLDEN * trajectory) ^ (step * 0xD1B54A32D192ED03L));
		for (int i = 0; i < count; i++) {
			state += GOLDEN;
			long bits = mix(state);
			int layer = (int) bits & LAYERS - 1;
			double u = (bits >> 10) * UNIT;
			if (Math.abs(u) < INNER[layer]) {
				target[offset + i] = u * EDGE[layer];
			} else {
				state = seldom(state, layer, u, target, offset + i);
			}
		}
	}

	/** The tail, and the parts of layers that the curve cuts: about one number in fifty. Returns the state after it. */
	private static long seldom(long before, int firstLayer, double firstU, double[] target, int at) {
		long state = before;
		int layer = firstLayer;
		double u = firstU;
		while (true) {
			if (Math.abs(u) < INNER[layer]) {
				target[at] = u * EDGE[layer];
				return state;
			}
			if (layer == 0) {
				double x;
				double y;
				do {
					x = StrictMath.log(uniform(state += GOLDEN)) / TAIL;
					y = StrictMath.log(uniform(state += GOLDEN));
				} while (-2 * y < x * x);
				target[at] = u < 0 ? x - TAIL : TAIL - x;
				return state;
			}
			double x = u * EDGE[layer];
			double outer = StrictMath.exp(-0.5 * (EDGE[layer] * EDGE[layer] - x * x));
			double within = StrictMath.exp(-0.5 * (EDGE[layer + 1] * EDGE[layer + 1] - x * x));
			if (within + uniform(state += GOLDEN) * (outer - within) < 1) {
				target[at] = x;
				return state;
			}
			long bits = mix(state += GOLDEN);
			layer = (int) bits & LAYERS - 1;
			u = (bits >> 10) * UNIT;
		}
	}

	/** Uniform on (0, 1]. */
	private static double uniform(long state) {
		return ((mix(state) >>> 11) + 1) * UNIT;
	}

	private static long mix(long state) {
		long z = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
		z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
		return z ^ z >>> 31;
	}

	private static double[] edges() {
		double[] edge = new double[LAYERS + 1];
		double f = StrictMath.exp(-0.5 * TAIL * TAIL);
		edge[0] = AREA / f;
		edge[1] = TAIL;
		for (int i = 2; i < LAYERS; i++) {
			edge[i] = StrictMath.sqrt(-2 * StrictMath.log(AREA / edge[i - 1] + f));
			f = StrictMath.exp(-0.5 * edge[i] * edge[i]);
		}
		return edge;
	}

	private static double[] inner() {
		double[] inner = new double[LAYERS];
		for (int i = 0; i < LAYERS; i++) {
			inner[i] = EDGE[i + 1] / EDGE[i];
		}
		return inner;
	}
}

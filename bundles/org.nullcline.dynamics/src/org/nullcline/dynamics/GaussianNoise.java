package org.nullcline.dynamics;

import java.util.Arrays;

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
	/** The density, up to its factor, at the edges. */
	private static final double[] DENSITY = Arrays.stream(EDGE).map(edge -> StrictMath.exp(-0.5 * edge * edge)).toArray();
	/** Widths of the layers for whole numbers of 54 bits. */
	private static final double[] SCALE = Arrays.stream(EDGE).map(edge -> UNIT * edge).toArray();
	/** A number below this part of its layer's width certainly lies under the curve. */
	private static final long[] INNER = inner();

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
			long part = bits >> 10;
			if (Math.abs(part) < INNER[layer]) {
				target[offset + i] = part * SCALE[layer];
			} else {
				state = seldom(state, layer, part, target, offset + i);
			}
		}
	}

	/** The tail, and the parts of layers that the curve cuts: about one number in fifty. Returns the state after it. */
	private static long seldom(long before, int firstLayer, long firstPart, double[] target, int at) {
		long state = before;
		int layer = firstLayer;
		long part = firstPart;
		while (true) {
			double x = part * SCALE[layer];
			if (Math.abs(part) < INNER[layer]) {
				target[at] = x;
				return state;
			}
			if (layer == 0) {
				double beyond;
				double y;
				do {
					beyond = StrictMath.log(uniform(state += GOLDEN)) / TAIL;
					y = StrictMath.log(uniform(state += GOLDEN));
				} while (-2 * y < beyond * beyond);
				target[at] = part < 0 ? beyond - TAIL : TAIL - beyond;
				return state;
			}
			double height = DENSITY[layer + 1] + uniform(state += GOLDEN) * (DENSITY[layer] - DENSITY[layer + 1]);
			if (height < StrictMath.exp(-0.5 * x * x)) {
				target[at] = x;
				return state;
			}
			long bits = mix(state += GOLDEN);
			layer = (int) bits & LAYERS - 1;
			part = bits >> 10;
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

	private static long[] inner() {
		long[] inner = new long[LAYERS];
		for (int i = 0; i < LAYERS; i++) {
			inner[i] = (long) StrictMath.ceil(EDGE[i + 1] / EDGE[i] / UNIT);
		}
		return inner;
	}
}

package org.nullcline.core.random;

/**
 * Standard normal numbers in bulk, some times as fast as {@link RandomStream#nextGaussian()}, whose numbers differ: the
 * ziggurat method (Marsaglia and Tsang, J. Statistical Software 5, 2000) with layers, positions and signs from separate bits
 * (Doornik 2005). Fixed here, so that no library update changes a study.
 */
public final class GaussianNoise {

	/** Layers of equal area under exp(-x^2/2). */
	private static final int LAYERS = 256;
	/** Where the tail begins, and the area of each layer, for 256 layers. */
	private static final double TAIL = 3.6541528853610088;
	private static final double AREA = 0.00492867323399;

	/** Right edges of the layers, outermost first: X[0] is that of a box with the area of base and tail; X[256] = 0. */
	private static final double[] X = new double[LAYERS + 1];
	/** exp(-x^2/2) at those edges. */
	private static final double[] Y = new double[LAYERS + 1];

	static {
		double density = StrictMath.exp(-0.5 * TAIL * TAIL);
		X[0] = AREA / density;
		X[1] = TAIL;
		for (int i = 2; i < LAYERS; i++) {
			X[i] = StrictMath.sqrt(-2 * StrictMath.log(AREA / X[i - 1] + density));
			density = StrictMath.exp(-0.5 * X[i] * X[i]);
		}
		for (int i = 0; i <= LAYERS; i++) {
			Y[i] = StrictMath.exp(-0.5 * X[i] * X[i]);
		}
	}

	private GaussianNoise() {
	}

	/** Fills an array with independent N(0, 1). */
	public static void fill(double[] values, RandomStream random) {
		for (int n = 0; n < values.length; n++) {
			values[n] = next(random);
		}
	}

	private static double next(RandomStream random) {
		while (true) {
			long bits = random.nextLong();
			int layer = (int) bits & LAYERS - 1;
			// The upper 53 bits, as a number on [-1, 1); the layer comes from the lowest 8.
			double u = (bits >> 11) * 0x1.0p-52;
			double x = u * X[layer];
			if (Math.abs(x) < X[layer + 1]) {
				return x;
			}
			if (layer == 0) {
				return u < 0 ? -tail(random) : tail(random);
			}
			if (Y[layer] + random.nextDouble() * (Y[layer + 1] - Y[layer]) < StrictMath.exp(-0.5 * x * x)) {
				return x;
			}
		}
	}

	/** Beyond the last edge (Marsaglia 1964). */
	private static double tail(RandomStream random) {
		double x;
		double y;
		do {
			x = -StrictMath.log(1 - random.nextDouble()) / TAIL;
			y = -StrictMath.log(1 - random.nextDouble());
		} while (y + y < x * x);
		return TAIL + x;
	}
}

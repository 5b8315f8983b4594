package org.nullcline.core.random;

import java.util.random.RandomGenerator;

/**
 * Philox4x32-10, a counter-based generator (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3",
 * SC 2011). Not thread-safe: one stream belongs to one computation.
 */
public final class RandomStream implements RandomGenerator {

	private static final int M0 = 0xD2511F53;
	private static final int M1 = 0xCD9E8D57;
	private static final int W0 = 0x9E3779B9;
	private static final int W1 = 0xBB67AE85;

	private final int key0;
	private final int key1;
	private final int counter2;
	private final int counter3;
	private long block;
	private long spare;
	private boolean hasSpare;
	private double spareGaussian;
	private boolean hasSpareGaussian;

	RandomStream(long key, long counterHigh) {
		key0 = (int) key;
		key1 = (int) (key >>> 32);
		counter2 = (int) counterHigh;
		counter3 = (int) (counterHigh >>> 32);
	}

	@Override
	public long nextLong() {
		if (hasSpare) {
			hasSpare = false;
			return spare;
		}
		int[] words = philox((int) block, (int) (block >>> 32), counter2, counter3, key0, key1);
		block++;
		spare = (words[2] & 0xFFFFFFFFL) | ((long) words[3] << 32);
		hasSpare = true;
		return (words[0] & 0xFFFFFFFFL) | ((long) words[1] << 32);
	}

	/** Uniform on [0, 1), 53 bits. Fixed here, so that no library update changes a study. */
	@Override
	public double nextDouble() {
		return (nextLong() >>> 11) * 0x1.0p-53;
	}

	/** Standard normal, by the method of Box and Muller. */
	@Override
	public double nextGaussian() {
		if (hasSpareGaussian) {
			hasSpareGaussian = false;
			return spareGaussian;
		}
		double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
		double angle = 2 * StrictMath.PI * nextDouble();
		spareGaussian = radius * StrictMath.sin(angle);
		hasSpareGaussian = true;
		return radius * StrictMath.cos(angle);
	}

	/** Uniform on 0, ..., bound - 1; free of bias by rejection. */
	@Override
	public int nextInt(int bound) {
		if (bound <= 0) {
			throw new IllegalArgumentException("bound must be positive: " + bound);
		}
		long limit = (1L << 32) - (1L << 32) % bound;
		long word;
		do {
			word = nextLong() >>> 32;
		} while (word >= limit);
		return (int) (word % bound);
	}

	/** The block function: ten rounds on the counter (c0..c3) under the key (k0, k1). */
	static int[] philox(int c0, int c1, int c2, int c3, int k0, int k1) {
		for (int round = 0; round < 10; round++) {
			long product0 = (M0 & 0xFFFFFFFFL) * (c0 & 0xFFFFFFFFL);
			long product1 = (M1 & 0xFFFFFFFFL) * (c2 & 0xFFFFFFFFL);
			int next0 = (int) (product1 >>> 32) ^ c1 ^ k0;
			int next2 = (int) (product0 >>> 32) ^ c3 ^ k1;
			c1 = (int) product1;
			c3 = (int) product0;
			c0 = next0;
			c2 = next2;
			k0 += W0;
			k1 += W1;
		}
		return new int[] { c0, c1, c2, c3 };
	}
}

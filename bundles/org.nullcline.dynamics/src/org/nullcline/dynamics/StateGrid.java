package org.nullcline.dynamics;

/**
 * A grid that states far from a fixed point are rounded to. Ways to fixed points are sensitive there: rounding errors, which depend
 * on how a network's units are numbered, would grow from step to step until they decide where a way ends. On the grid they vanish
 * at each step.
 */
final class StateGrid {

	/** Distance of its values as a fraction of the states' root mean square. */
	private static final double SPACING = 0x1p-14;
	/** States are rounded while q is above that of a state whose values are off by this fraction. */
	private static final double FAR = 1e-4;

	private final double spacing;
	private final double far;

	StateGrid(SeedRegion region) {
		double scale = region.valueScale();
		// A power of two, so that rounding to it is exact.
		spacing = SPACING * Math.scalb(1.0, Math.getExponent(scale));
		far = FAR * FAR * scale * scale * region.centre().length;
	}

	/** Whether a state with this q is far from fixed points. */
	boolean isFar(double q) {
		return q > far;
	}

	double round(double value) {
		return Math.rint(value / spacing) * spacing;
	}
}

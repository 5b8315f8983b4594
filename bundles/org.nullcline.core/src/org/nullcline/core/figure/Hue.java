package org.nullcline.core.figure;

/** Colours by name; each theme (print, light, dark) has its own shades. BLACK is the theme's foreground. */
public enum Hue {
	BLACK, GREY, RED, GREEN, BLUE, ORANGE, PURPLE, TEAL, BROWN, PINK;

	private static final Hue[] CATEGORIES = { BLUE, ORANGE, TEAL, PURPLE, RED, GREEN, BROWN, PINK };
	private static final Hue[] INSTABILITY = { BLACK, RED, GREEN, BLUE, ORANGE, PURPLE };

	/** A hue for the n-th of several categories, such as architectures. */
	public static Hue category(int n) {
		return CATEGORIES[Math.floorMod(n, CATEGORIES.length)];
	}

	/**
	 * The hue of a fixed point by its number of unstable directions: black stable, then red, green, blue (Maheswaranathan
	 * et al. 2019, figure 1e).
	 */
	public static Hue instability(int index) {
		return INSTABILITY[Math.min(index, INSTABILITY.length - 1)];
	}
}

package org.nullcline.ui.plots.data;

import java.util.List;

import org.nullcline.core.figure.Hue;

/** The regions of state space by residency time, in the order of the numbers in the array {@code region}. */
public final class Regions {

	/** As they are written. */
	public static final List<String> NAMES = List.of("transition", "kick-zone", "cluster", "unassigned"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

	private static final List<Hue> HUES = List.of(Hue.RED, Hue.ORANGE, Hue.BLUE, Hue.GREY);

	private Regions() {
	}

	/** The hue of a region. */
	public static Hue hue(int region) {
		return HUES.get(Math.floorMod(region, HUES.size()));
	}
}

package org.nullcline.ui.plots.figure;

import org.eclipse.osgi.util.NLS;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.FixedPoints;

/** What fixed points are called. */
final class PointNames {

	private PointNames() {
	}

	/** By the number of unstable directions. */
	static String stability(int index) {
		return switch (index) {
		case 0 -> Messages.Points_stable;
		case 1 -> Messages.Points_oneUnstable;
		default -> NLS.bind(Messages.Points_unstable, index);
		};
	}

	static String slow(int index) {
		return NLS.bind(Messages.Points_slow, stability(index));
	}

	/** One point, for tool tips. */
	static String label(int point, FixedPoints points) {
		return NLS.bind(Messages.Points_label,
				new Object[] { point, stability(points.index()[point]), points.condition()[point] + 1 });
	}
}

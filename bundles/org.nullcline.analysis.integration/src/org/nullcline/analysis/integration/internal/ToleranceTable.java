package org.nullcline.analysis.integration.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.nullcline.core.analysis.Table;
import org.nullcline.dynamics.NetworkShare;

/** Whether the verdict on line attractors depends on how slow a slow point must be. */
final class ToleranceTable {

	/** Of |F(h) - h|^2/2. */
	private static final double[] TOLERANCES = { 1e-12, 1e-10, 1e-8, 1e-6, 1e-4, 1e-2 };
	private static final double MOST = 0.9;

	private ToleranceTable() {
	}

	/** One row for each tolerance, up to the first that all points meet. */
	static Table of(List<NetworkIntegration> networks) {
		double slowest = networks.stream().flatMap(network -> network.contexts().stream())
				.flatMap(context -> context.line().points().stream()).mapToDouble(point -> point.q()).max().orElse(0);
		List<List<String>> rows = new ArrayList<>();
		for (int k = 0; k < TOLERANCES.length && (k == 0 || TOLERANCES[k - 1] < slowest); k++) {
			double tolerance = TOLERANCES[k];
			List<NetworkIntegration> known = networks.stream()
					.filter(network -> Double.isFinite(network.lineFraction(tolerance))).toList();
			NetworkShare share = NetworkShare.of(known, network -> network.lineFraction(tolerance) >= MOST);
			rows.add(List.of(String.format(Locale.ROOT, "%.0e", tolerance), Integer.toString(share.networks()),
					Integer.toString(share.holding()), known.isEmpty() ? "-"
							: String.format(Locale.ROOT, "%.3g to %.3g", share.interval().low(), share.interval().high()),
					share.verdict().words()));
		}
		return new Table("Line attractors by how slow a point must be",
				List.of("|F(h) - h|²/2 at most", "Networks with five points in a context", "With a line in 9 of 10 such contexts",
						"95 % interval of the share", "Verdict"),
				rows);
	}
}

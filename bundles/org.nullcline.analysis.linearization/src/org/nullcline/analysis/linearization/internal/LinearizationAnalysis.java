package org.nullcline.analysis.linearization.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.network.Network;
import org.nullcline.core.task.InputCondition;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.Linearization;
import org.nullcline.dynamics.StoredFixedPoints;
import org.nullcline.linearalgebra.Complex;

/** Spectra and eigenvectors at the points that the analysis fixed-points has found. */
public final class LinearizationAnalysis implements Analysis {

	private static final String FIXED_POINTS = "fixed-points";
	/** Rows that a person reads. */
	private static final int ROWS = 100;

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		Network network = request.subject().network();
		AnalysisResult found = request.required().ofNetwork(FIXED_POINTS, request.subject())
				.orElseThrow(() -> new AnalysisException("There are no fixed points of " + request.subject().name()
						+ " to linearise the dynamics at: the analysis " + FIXED_POINTS + " failed or was not asked."));
		List<StoredFixedPoints> conditions = StoredFixedPoints.read(found);
		List<String> names = StoredFixedPoints.conditions(conditions, request.task()).stream().map(InputCondition::name).toList();
		List<int[]> chosen = chosen(conditions, request.parameters().getInteger("points"));
		if (chosen.isEmpty()) {
			throw new AnalysisException("The analysis " + FIXED_POINTS + " found no point of " + request.subject().name()
					+ " to linearise the dynamics at.");
		}
		SubMonitor progress = SubMonitor.convert(monitor, "Linearization of " + request.subject().name(), chosen.size());
		List<LinearizedPoint> points = new ArrayList<>();
		for (int[] at : chosen) {
			progress.split(1);
			StoredFixedPoints condition = conditions.get(at[0]);
			points.add(LinearizedPoint.of(network, condition.input(), condition.points().get(at[1]), at[2], at[0]));
		}
		AnalysisResult.Builder result = AnalysisResult.builder();
		int kept = Math.min(request.parameters().getInteger("modes"), network.cell().state().size());
		LinearizationArrays.add(result, network, points, kept);
		long defective = points.stream().filter(point -> point.modes().isEmpty()).count();
		result.value("points", points.size());
		result.value("points_without_eigenvectors", defective);
		result.value("largest_biorthogonality_error", points.stream().flatMap(point -> point.modes().stream())
				.mapToDouble(modes -> modes.biorthogonality()).max().orElse(Double.NaN));
		result.value("largest_eigenvalue_condition", points.stream().flatMap(point -> point.modes().stream())
				.mapToDouble(modes -> modes.condition()).max().orElse(Double.NaN));
		result.table(table(request, points, names));
		result.figure(LinearizationFigures.plane(points, names));
		result.figure(LinearizationFigures.magnitudes(points));
		result.note("Linear dynamics h' - h* = J (h - h*) with J = dF/dh; modes are those of J = R Lambda L with L = R^-1. Time constant: -1/ln|lambda| steps; frequency: arg(lambda)/(2 pi) cycles per step. Jacobians: "
				+ network.cell().jacobianMethod() + ".");
		result.note("Arrays: 'point' is the row in the arrays of the analysis " + FIXED_POINTS
				+ "; eigenvectors and projections are those of the first " + kept
				+ " modes; input projections are L_k dF/dx, readout projections W_o R_k; the last dimension is real and imaginary part. Outliers are left out.");
		if (defective > 0) {
			result.note(defective + " of " + points.size()
					+ " points have no basis of eigenvectors to working precision; their eigenvectors and projections are not numbers.");
		}
		long all = conditions.stream().mapToLong(condition -> condition.inside().size()).sum();
		if (points.size() < all) {
			result.note(points.size() + " of " + all + " points were taken: all isolated fixed points; slow points and fixed points with an eigenvalue on the unit circle evenly spaced in their order.");
		}
		return result.build();
	}

	/**
	 * Condition, number within the condition and row of each point that is taken: all isolated fixed points, and of the points
	 * that sample a continuum as many as there is room for.
	 */
	private static List<int[]> chosen(List<StoredFixedPoints> conditions, int most) {
		List<int[]> chosen = of(conditions, point -> point.exact() && !point.marginal());
		List<int[]> continuum = of(conditions, point -> point.exact() && point.marginal());
		continuum.addAll(of(conditions, point -> !point.exact()));
		int room = Math.min(Math.max(0, most - chosen.size()), continuum.size());
		for (int k = 0; k < room; k++) {
			chosen.add(continuum.get((int) ((long) k * continuum.size() / room)));
		}
		return chosen;
	}

	private static List<int[]> of(List<StoredFixedPoints> conditions, Predicate<FixedPoint> kind) {
		List<int[]> all = new ArrayList<>();
		int row = 0;
		for (int c = 0; c < conditions.size(); c++) {
			List<FixedPoint> points = conditions.get(c).points();
			for (int i = 0; i < points.size(); i++, row++) {
				if (!points.get(i).outlier() && kind.test(points.get(i))) {
					all.add(new int[] { c, i, row });
				}
			}
		}
		return all;
	}

	private static Table table(AnalysisRequest request, List<LinearizedPoint> points, List<String> names) {
		OptionalDouble seconds = request.task().map(task -> task.secondsPerStep()).orElse(OptionalDouble.empty());
		List<List<String>> rows = new ArrayList<>();
		for (LinearizedPoint point : points.subList(0, Math.min(ROWS, points.size()))) {
			Complex leading = point.point().eigenvalues().getFirst();
			double second = point.point().eigenvalues().stream().skip(leading.imaginary() == 0 ? 1 : 2).findFirst()
					.map(Complex::modulus).orElse(Double.NaN);
			double frequency = Math.abs(Linearization.frequency(leading));
			List<String> row = new ArrayList<>(List.of(names.get(point.condition()), Integer.toString(point.row()),
					point.point().exact() ? "fixed" : "slow", Integer.toString(point.point().index()), number(leading.modulus()),
					number(second), number(Linearization.timeConstant(leading)), number(frequency)));
			seconds.ifPresent(duration -> row.add(number(frequency / duration)));
			row.add(point.modes().map(modes -> number(modes.condition())).orElse("no eigenvectors"));
			rows.add(row);
		}
		List<String> columns = new ArrayList<>(List.of("Input", "Point", "Kind", "Unstable directions", "Leading |lambda|",
				"Next |lambda|", "Time constant (steps)", "Frequency (cycles/step)"));
		seconds.ifPresent(duration -> columns.add("Frequency (Hz)"));
		columns.add("Condition of the eigenvalues");
		return new Table(rows.size() < points.size() ? "Leading modes of the first " + rows.size() + " points" : "Leading modes",
				columns, rows);
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.4g", value);
	}
}

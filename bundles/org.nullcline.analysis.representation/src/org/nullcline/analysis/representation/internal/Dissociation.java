package org.nullcline.analysis.representation.internal;

import java.util.List;
import java.util.Locale;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.similarity.DistanceMatrix;
import org.nullcline.similarity.Silhouette;

/**
 * Whether networks that do the task equally well can be far from each other. Two networks do the task equally well if both
 * leave at most {@code solvedFvu} of the variance unexplained and these fractions differ by at most {@code equalFvu}. Far is
 * measured by what the seed alone does: the value is the mean distance of such pairs from different cells of the grid
 * (architecture, units, properties) over the mean distance of such pairs from the same cell.
 */
record Dissociation(DistanceMatrix distances, List<Subject> subjects, double equalFvu, double solvedFvu) {

	private static final String CLAIM = "Networks that do the task equally well differ in representational geometry by more than the seed explains.";
	private static final String REFERENCE = "Maheswaranathan et al. 2019, abstract";
	private static final double NORMAL_95 = 1.96;

	Finding finding() {
		int between = pairs(false);
		int within = pairs(true);
		if (between == 0 || within == 0) {
			return undecided(Double.NaN, String.format(Locale.ROOT,
					"Of the pairs of networks that do the task equally well, %d are from different cells of the grid and %d from the same; both are needed.",
					between, within));
		}
		double ratio = Math.exp(logRatio(-1));
		double[] leavingOneOut = new double[subjects.size()];
		for (int i = 0; i < leavingOneOut.length; i++) {
			leavingOneOut[i] = logRatio(i);
		}
		double margin = NORMAL_95 * Silhouette.standardError(leavingOneOut);
		if (!Double.isFinite(margin) || !Double.isFinite(ratio)) {
			return undecided(ratio, "There are too few networks that do the task equally well: without one of them nothing is left to compare.");
		}
		double low = Math.exp(Math.log(ratio) - margin);
		double high = Math.exp(Math.log(ratio) + margin);
		Verdict verdict = low > 1 ? Verdict.REPRODUCED : high < 1 ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
		return new Finding(CLAIM, ratio, new Interval(low, high, "95 % jackknife over networks, of the logarithm"),
				"> 1, with the whole interval", REFERENCE, verdict, explanation(between, within));
	}

	private String explanation(int between, int within) {
		int[] farthest = farthest();
		return String.format(Locale.ROOT,
				"Equally well: at most %.3g of the variance unexplained, and no more than %.3g apart. Mean distance %.4f over %d such pairs from different cells of the grid, %.4f over %d from the same cell, which differ in the seed only. The farthest such pair is %s and %s, at %.4f with %.4g and %.4g of the variance unexplained.",
				solvedFvu, equalFvu, mean(false, -1), between, mean(true, -1), within, subjects.get(farthest[0]).name(),
				subjects.get(farthest[1]).name(), distances.values()[farthest[0]][farthest[1]],
				subjects.get(farthest[0]).performance(), subjects.get(farthest[1]).performance());
	}

	private Finding undecided(double value, String explanation) {
		return new Finding(CLAIM, value, Interval.unknown("no comparison possible"), "> 1, with the whole interval", REFERENCE,
				Verdict.UNDECIDED, explanation);
	}

	private int[] farthest() {
		int[] pair = { 1, 0 };
		double largest = -1;
		for (int i = 0; i < subjects.size(); i++) {
			for (int j = 0; j < i; j++) {
				if (areEquallyGood(i, j) && distances.values()[i][j] > largest) {
					largest = distances.values()[i][j];
					pair = new int[] { i, j };
				}
			}
		}
		return pair;
	}

	private int pairs(boolean sameCell) {
		int count = 0;
		for (int i = 0; i < subjects.size(); i++) {
			for (int j = 0; j < i; j++) {
				count += areEquallyGood(i, j) && areOfOneCell(i, j) == sameCell ? 1 : 0;
			}
		}
		return count;
	}

	private double logRatio(int left) {
		return Math.log(mean(false, left) / mean(true, left));
	}

	private double mean(boolean sameCell, int left) {
		return distances.mean((i, j) -> i != left && j != left && areEquallyGood(i, j) && areOfOneCell(i, j) == sameCell);
	}

	private boolean areEquallyGood(int i, int j) {
		double first = subjects.get(i).performance();
		double second = subjects.get(j).performance();
		return first <= solvedFvu && second <= solvedFvu && Math.abs(first - second) <= equalFvu;
	}

	private boolean areOfOneCell(int i, int j) {
		Subject first = subjects.get(i);
		Subject second = subjects.get(j);
		return first.architecture().equals(second.architecture()) && first.units() == second.units()
				&& first.properties().equals(second.properties());
	}
}

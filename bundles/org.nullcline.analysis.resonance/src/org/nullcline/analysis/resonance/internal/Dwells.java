package org.nullcline.analysis.resonance.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.random.RandomStream;
import org.nullcline.dynamics.SequenceBootstrap;
import org.nullcline.hmm.GeometricDwell;
import org.nullcline.hmm.RunLengthLaw;
import org.nullcline.hmm.RunLengths;
import org.nullcline.hmm.SequenceStatistics;

/**
 * How long symbols last in several independent runs of a network, and how regularly. Runs that an end cuts off are taken as
 * such, so that short runs of the network do not make for short dwells.
 */
final class Dwells {

	/** Dwells of this length and more are taken as cut off here. */
	private static final int LONGEST = 1000;

	private final double[][] rows;
	private final int longest;
	private final RunLengthLaw law;

	/** @param runs [run][step] */
	Dwells(int[][] runs, int symbols) {
		longest = Math.min(LONGEST, runs[0].length);
		rows = Arrays.stream(runs).map(run -> row(run, symbols)).toArray(double[][]::new);
		law = law(SequenceBootstrap.means(rows));
	}

	/** How many dwells ended within the runs. */
	long count() {
		return Math.round(Arrays.stream(SequenceBootstrap.means(rows)).limit(longest + 1L).sum() * rows.length);
	}

	/** The law of the lengths; without any switch, one step that lasts for ever. */
	RunLengthLaw law() {
		return law;
	}

	/**
	 * The coefficient of variation, divided by that of a memoryless process of the same mean, sqrt(1 - 1/mean): below 1 where
	 * dwells are more regular. Not a number where fewer than two dwells ended.
	 */
	double irregularity() {
		return count() < 2 ? Double.NaN : irregularity(law);
	}

	/** The interval of the irregularity, over runs. */
	Interval interval(RandomStream random) {
		return count() < 2 ? Interval.unknown("unknown: the symbol hardly ever changes")
				: SequenceBootstrap.interval(rows, means -> irregularity(law(means)), random);
	}

	/** Of some of the runs. */
	Dwells part(int from, int to) {
		return new Dwells(Arrays.copyOfRange(rows, from, to), longest);
	}

	private Dwells(double[][] rows, int longest) {
		this.rows = rows;
		this.longest = longest;
		law = law(SequenceBootstrap.means(rows));
	}

	/**
	 * The interval of the difference of two irregularities of the same runs, each run drawn for both.
	 *
	 * @param other of as many runs
	 */
	Interval excess(Dwells other, RandomStream random) {
		if (count() < 2 || other.count() < 2) {
			return Interval.unknown("unknown: the symbol hardly ever changes");
		}
		int width = rows[0].length;
		double[][] both = IntStream.range(0, rows.length).mapToObj(k -> {
			double[] row = Arrays.copyOf(rows[k], 2 * width);
			System.arraycopy(other.rows[k], 0, row, width, width);
			return row;
		}).toArray(double[][]::new);
		return SequenceBootstrap.interval(both, means -> irregularity(law(Arrays.copyOf(means, width)))
				- irregularity(law(Arrays.copyOfRange(means, width, 2 * width))), random);
	}

	private static double irregularity(RunLengthLaw law) {
		double memoryless = new GeometricDwell(1 / law.mean()).variationCoefficient();
		return memoryless == 0 ? 1 : law.variationCoefficient() / memoryless;
	}

	private double[] row(int[] run, int symbols) {
		double[] row = new double[2 * (longest + 1)];
		RunLengths lengths = new SequenceStatistics(new int[][] { run }, symbols).runs();
		for (int l = 0; l < lengths.completed().length; l++) {
			if (l < longest) {
				row[l] = lengths.completed()[l];
				row[longest + 1 + l] = lengths.censored()[l];
			} else {
				row[2 * longest + 1] += lengths.completed()[l] + lengths.censored()[l];
			}
		}
		return row;
	}

	private RunLengthLaw law(double[] means) {
		long[] completed = new long[longest + 1];
		long[] censored = new long[longest + 1];
		for (int l = 0; l <= longest; l++) {
			completed[l] = Math.round(means[l] * rows.length);
			censored[l] = Math.round(means[longest + 1 + l] * rows.length);
		}
		RunLengths lengths = new RunLengths(completed, censored);
		return lengths.completedRuns() + lengths.censoredRuns() == 0 ? new RunLengthLaw(new double[] { 1 }) : lengths.law();
	}
}

package org.nullcline.analysis.oscillation.internal;

import java.util.Comparator;
import java.util.List;

import org.nullcline.core.analysis.Subject;
import org.nullcline.dynamics.StraightLine;

/**
 * One network under all commands.
 *
 * @param cycles by commanded frequency
 */
record NetworkCycles(Subject subject, List<CommandedCycle> cycles) {

	/** A line through fewer commands says nothing. */
	private static final int FEWEST = 3;

	NetworkCycles {
		cycles = cycles.stream().sorted(Comparator.comparingDouble(CommandedCycle::commanded)).toList();
	}

	/** Fraction of commands with exactly one fixed point inside the cycle. */
	double singleFraction() {
		return (double) cycles.stream().filter(CommandedCycle::single).count() / cycles.size();
	}

	/** Fraction of the commands with a single point whose point is an unstable spiral; not a number without any. */
	double spiralFraction() {
		long single = cycles.stream().filter(CommandedCycle::single).count();
		return (double) cycles.stream().filter(cycle -> cycle.single() && cycle.unstableSpiral()).count() / single;
	}

	/** The linear frequency by the commanded one; not numbers if fewer than three commands have one. */
	StraightLine line() {
		List<CommandedCycle> usable = withLinearFrequency();
		if (usable.size() < FEWEST) {
			return new StraightLine(Double.NaN, Double.NaN, Double.NaN);
		}
		return StraightLine.fit(usable.stream().mapToDouble(CommandedCycle::commanded).toArray(),
				usable.stream().mapToDouble(CommandedCycle::linearFrequency).toArray());
	}

	/** Whether a larger commanded frequency always means a larger linear one. */
	boolean monotone() {
		List<CommandedCycle> usable = withLinearFrequency();
		for (int k = 1; k < usable.size(); k++) {
			if (usable.get(k).linearFrequency() <= usable.get(k - 1).linearFrequency()) {
				return false;
			}
		}
		return usable.size() >= FEWEST;
	}

	/** Mean of (linear - commanded)/commanded frequency, with its sign. */
	double relativeDeviation() {
		return withLinearFrequency().stream().mapToDouble(cycle -> cycle.linearFrequency() / cycle.commanded() - 1).average()
				.orElse(Double.NaN);
	}

	/** Mean of |cycle - commanded|/commanded frequency over the commands. */
	double cycleError() {
		return cycles.stream().mapToDouble(cycle -> Math.abs(cycle.cycle() / cycle.commanded() - 1)).average().orElse(Double.NaN);
	}

	/** Mean of cycle less linear frequency over the commands under which both are known, in cycles per step. */
	double cycleLessLinear() {
		return withLinearFrequency().stream().filter(cycle -> cycle.cycle() > 0)
				.mapToDouble(cycle -> cycle.cycle() - cycle.linearFrequency()).average().orElse(Double.NaN);
	}

	/** Commands under which the point inside has an unstable complex pair. */
	int withPair() {
		return withLinearFrequency().size();
	}

	private List<CommandedCycle> withLinearFrequency() {
		return cycles.stream().filter(cycle -> !Double.isNaN(cycle.linearFrequency())).toList();
	}
}

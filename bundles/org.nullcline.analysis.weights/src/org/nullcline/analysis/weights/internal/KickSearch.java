package org.nullcline.analysis.weights.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.dynamics.DriveIntervention;
import org.nullcline.dynamics.ParallelParts;
import org.nullcline.dynamics.SwitchTrials;

/** Finds the three units whose silence keeps most trajectories from switching. */
final class KickSearch {

	/** Triplets from one note of the progress to the next. */
	private static final int NOTED = 20_000;
	private static final int PART = 200;

	private final SwitchTrials trials;
	private final Signature signature;

	KickSearch(SwitchTrials trials, Signature signature) {
		this.trials = trials;
		this.signature = signature;
	}

	/** Number of trajectories that switch while each unit alone is silent. */
	int[] singles(IProgressMonitor monitor) throws AnalysisException {
		return counts(IntStream.range(0, trials.network().cell().units()).mapToObj(unit -> new int[] { unit }).toList(), monitor);
	}

	/** The candidates of the screened search, ascending. */
	int[] candidates(int[] singles, int count) {
		List<Integer> bySilence = ranked(Comparator.comparingInt(unit -> singles[unit]));
		List<Integer> byContrast = ranked(Comparator.comparingDouble(unit -> -signature.contrast(unit)));
		Set<Integer> chosen = new LinkedHashSet<>();
		for (int rank = 0; rank < bySilence.size() && chosen.size() < count; rank++) {
			chosen.add(bySilence.get(rank));
			if (chosen.size() < count) {
				chosen.add(byContrast.get(rank));
			}
		}
		return chosen.stream().mapToInt(unit -> unit).sorted().toArray();
	}

	private List<Integer> ranked(Comparator<Integer> order) {
		return IntStream.range(0, trials.network().cell().units()).boxed().sorted(order.thenComparingInt(unit -> unit)).toList();
	}

	/** All triplets of some units, in lexicographic order. */
	static List<int[]> triplets(int[] units) {
		List<int[]> triplets = new ArrayList<>();
		for (int a = 0; a < units.length; a++) {
			for (int b = a + 1; b < units.length; b++) {
				for (int c = b + 1; c < units.length; c++) {
					triplets.add(new int[] { units[a], units[b], units[c] });
				}
			}
		}
		return triplets;
	}

	/**
	 * The triplet with the fewest switches. Of several the one whose units, each alone, prevent most of them; then the first.
	 *
	 * @param counts  by triplet
	 * @param singles by unit
	 */
	static int[] best(List<int[]> triplets, int[] counts, int[] singles) {
		int best = 0;
		for (int i = 1; i < counts.length; i++) {
			if (counts[i] < counts[best] || counts[i] == counts[best]
					&& sum(singles, triplets.get(i)) < sum(singles, triplets.get(best))) {
				best = i;
			}
		}
		return triplets.get(best);
	}

	private static int sum(int[] singles, int[] units) {
		return IntStream.of(units).map(unit -> singles[unit]).sum();
	}

	/** Number of trajectories that switch while a group is silent, by group; goes on where a file of progress ends. */
	int[] counts(List<int[]> groups, Optional<TripletProgress> progress, IProgressMonitor monitor) throws AnalysisException {
		if (progress.isEmpty()) {
			return counts(groups, monitor);
		}
		int[] known = progress.get().read();
		int[] counts = Arrays.copyOf(known, groups.size());
		SubMonitor steps = SubMonitor.convert(monitor, groups.size());
		steps.worked(Math.min(known.length, groups.size()));
		for (int from = Math.min(known.length, groups.size()); from < groups.size(); from += NOTED) {
			int to = Math.min(groups.size(), from + NOTED);
			System.arraycopy(counts(groups.subList(from, to), steps.split(to - from)), 0, counts, from, to - from);
			progress.get().write(counts, to);
		}
		return counts;
	}

	/** Number of trajectories that switch while a group is silent, by group. */
	int[] counts(List<int[]> groups, IProgressMonitor monitor) throws AnalysisException {
		DriveIntervention.required(trials.network());
		int[] counts = new int[groups.size()];
		IntFunction<Integer> part = number -> {
			try (SwitchTrials.Runner runner = trials.runner()) {
				for (int i = number * PART; i < Math.min(groups.size(), (number + 1) * PART); i++) {
					counts[i] = runner.switched(DriveIntervention.silence(groups.get(i))).successes();
					if (monitor.isCanceled()) {
						return number;
					}
				}
				return number;
			} catch (AnalysisException e) {
				throw new IllegalStateException(e);
			}
		};
		ParallelParts.compute((groups.size() + PART - 1) / PART, part, monitor);
		return counts;
	}
}

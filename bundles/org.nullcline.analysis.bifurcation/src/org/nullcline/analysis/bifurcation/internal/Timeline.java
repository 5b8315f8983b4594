package org.nullcline.analysis.bifurcation.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nullcline.core.analysis.TrainingHistory.Loss;

/**
 * The dynamics over the checkpoints of a training, and the events in them.
 *
 * @param checkpoints those whose network did not diverge, ascending
 * @param diverged    steps of those whose network did
 * @param losses      of the training
 * @param rise        of a fraction from one checkpoint to the next that is an event
 */
record Timeline(List<CheckpointDynamics> checkpoints, List<Integer> diverged, List<Loss> losses, double rise) {

	/** Smaller falls of the loss, or of the rate, are no drop. */
	private static final double SMALLEST_LOSS_FALL = 0.05;
	private static final double SMALLEST_RATE_FALL = 0.3;

	/** Between which checkpoints something happened, as numbers of updates. */
	record Event(int from, int to) {
	}

	int[] steps() {
		return checkpoints.stream().mapToInt(CheckpointDynamics::step).toArray();
	}

	/** The first rise of the complex fraction; nothing if it never rises, or is there from the first checkpoint on. */
	Optional<Event> bifurcation() {
		return firstRise(checkpoints.stream().mapToDouble(CheckpointDynamics::complex).toArray());
	}

	/** The first rise of the unstable fraction; from the first checkpoint on, it is an event without a beginning. */
	Optional<Event> unstable() {
		double[] values = checkpoints.stream().mapToDouble(CheckpointDynamics::unstable).toArray();
		return values.length > 0 && values[0] > rise ? Optional.of(new Event(checkpoints.getFirst().step(), checkpoints.getFirst().step()))
				: firstRise(values);
	}

	private Optional<Event> firstRise(double[] values) {
		return IntStream.range(1, values.length).filter(k -> values[k] - values[k - 1] > rise)
				.mapToObj(k -> new Event(checkpoints.get(k - 1).step(), checkpoints.get(k).step())).findFirst();
	}

	/** Checkpoints up to the beginning of an event. */
	List<CheckpointDynamics> before(Event event) {
		return checkpoints.stream().filter(c -> c.step() <= event.from()).toList();
	}

	/** Where the transition rate falls. */
	Optional<LevelChange> rateFall() {
		return checkpoints.size() < 2 ? Optional.empty()
				: Optional.of(LevelChange.of(steps(), checkpoints.stream().mapToDouble(CheckpointDynamics::rate).toArray()))
						.filter(change -> change.fall() >= SMALLEST_RATE_FALL);
	}

	/** Where the loss leaves its plateau: of held-out trials where it was measured. */
	Optional<LevelChange> lossFall() {
		boolean validated = losses.stream().filter(loss -> Double.isFinite(loss.validation())).count() >= 2;
		List<Loss> used = losses.stream().filter(loss -> Double.isFinite(validated ? loss.validation() : loss.training())).toList();
		return used.size() < 2 ? Optional.empty()
				: Optional.of(LevelChange.of(used.stream().mapToInt(Loss::step).toArray(),
						used.stream().mapToDouble(loss -> validated ? loss.validation() : loss.training()).toArray()))
						.filter(change -> change.fall() >= SMALLEST_LOSS_FALL);
	}
}

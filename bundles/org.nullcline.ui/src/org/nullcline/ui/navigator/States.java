package org.nullcline.ui.navigator;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.nullcline.model.RunState;
import org.nullcline.ui.Messages;

/** The states of runs in words. */
public final class States {

	private States() {
	}

	/** One state. */
	public static String words(RunState state) {
		return switch (state) {
		case PENDING -> Messages.State_pending;
		case RUNNING -> Messages.State_running;
		case DONE -> Messages.State_done;
		case CANCELLED -> Messages.State_cancelled;
		case DIVERGED -> Messages.State_diverged;
		case FAILED -> Messages.State_failed;
		};
	}

	/** The state that somebody who sees only one should see: what runs, then what went wrong, then what is left to do. */
	public static RunState mostUrgent(Collection<RunState> states) {
		return List.of(RunState.RUNNING, RunState.FAILED, RunState.DIVERGED, RunState.CANCELLED, RunState.PENDING).stream()
				.filter(states::contains).findFirst().orElse(RunState.DONE);
	}

	/** Several: "done" if all are, else "3 done, 1 failed". */
	public static String words(Collection<RunState> states) {
		Map<RunState, Integer> counts = new EnumMap<>(RunState.class);
		states.forEach(state -> counts.merge(state, 1, Integer::sum));
		if (counts.size() == 1) {
			return words(counts.keySet().iterator().next());
		}
		return counts.entrySet().stream().map(entry -> NLS.bind(Messages.State_count, entry.getValue(), words(entry.getKey())))
				.collect(Collectors.joining(", ")); //$NON-NLS-1$
	}
}

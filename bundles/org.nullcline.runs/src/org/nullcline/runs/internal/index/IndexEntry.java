package org.nullcline.runs.internal.index;

import org.nullcline.model.RunState;
import org.nullcline.runs.index.IndexedRun;

/**
 * A run as the index has it.
 *
 * @param run   what was read
 * @param stamp of the files from which it was read
 */
record IndexEntry(IndexedRun run, long stamp) {

	/** Whether the same files would be read as something else now: only who is at work tells running from left behind. */
	boolean isOutdated(boolean atWork) {
		return atWork ? run.state() == RunState.CANCELLED && run.ended().isEmpty() : run.state() == RunState.RUNNING;
	}
}

package org.nullcline.ui.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.model.RunState;
import org.nullcline.runs.Measurement;

/** What is known of an execution while it runs in this workbench. Safe for any thread. */
public final class LiveExecution {

	private final IFolder folder;
	private final String title;
	private final Executions executions;
	private final Map<String, RunState> states = new LinkedHashMap<>();
	private final Map<String, List<Measurement>> curves = new LinkedHashMap<>();
	private volatile Job job;
	private volatile boolean waiting;
	private volatile boolean ended;
	private volatile IStatus result = Status.OK_STATUS;

	LiveExecution(IFolder folder, String title, Executions executions) {
		this.folder = folder;
		this.title = title;
		this.executions = executions;
	}

	/** Where everything is written. */
	public IFolder folder() {
		return folder;
	}

	/** The name for people. */
	public String title() {
		return title;
	}

	public boolean ended() {
		return ended;
	}

	/** Whether other executions must end before this one begins. */
	public boolean isWaiting() {
		return waiting;
	}

	/** What came of it; cancelled if it can be resumed. Only of use when it has ended. */
	public IStatus result() {
		return result;
	}

	/** The states of the networks by name, in the order in which they were started. */
	public synchronized Map<String, RunState> states() {
		return new LinkedHashMap<>(states);
	}

	/** The measurements of each network so far. */
	public synchronized Map<String, List<Measurement>> curves() {
		Map<String, List<Measurement>> copy = new LinkedHashMap<>();
		curves.forEach((name, rows) -> copy.put(name, List.copyOf(rows)));
		return copy;
	}

	/** Asks for a stop at the next checkpoint. */
	public void cancel() {
		Job current = job;
		if (current != null) {
			current.cancel();
		}
	}

	/** Returns when the execution has ended. */
	void join() throws InterruptedException {
		Job current = job;
		if (current != null) {
			current.join();
		}
	}

	void runsIn(Job executingJob) {
		job = executingJob;
	}

	void setWaiting(boolean nowWaiting) {
		if (waiting != nowWaiting) {
			waiting = nowWaiting;
			executions.changed(this);
		}
	}

	void begin(NetworkPlan network) {
		synchronized (this) {
			states.put(network.name(), RunState.RUNNING);
			curves.put(network.name(), new ArrayList<>());
		}
		executions.changed(this);
	}

	/** Adds what was measured before the execution was resumed. */
	void prepend(NetworkPlan network, List<Measurement> earlier) {
		synchronized (this) {
			curves.computeIfAbsent(network.name(), name -> new ArrayList<>()).addAll(0, earlier);
		}
		executions.changed(this);
	}

	/** There is a new result. */
	void analyzed() {
		executions.changed(this);
	}

	void add(NetworkPlan network, Measurement measurement) {
		synchronized (this) {
			curves.computeIfAbsent(network.name(), name -> new ArrayList<>()).add(measurement);
		}
		executions.changed(this);
	}

	void end(NetworkPlan network, RunState state) {
		synchronized (this) {
			states.put(network.name(), state);
		}
		executions.changed(this);
	}

	void end(IStatus status) {
		result = status;
		waiting = false;
		ended = true;
		executions.ended(this);
	}
}

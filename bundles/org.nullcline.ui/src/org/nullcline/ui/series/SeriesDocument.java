package org.nullcline.ui.series;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.SeriesFiles;
import org.nullcline.model.StudySeries;

/** A series that is edited; every change can be undone, as a whole series is small enough to be kept. UI thread only. */
final class SeriesDocument {

	private final Deque<StudySeries> before = new ArrayDeque<>();
	private final Deque<StudySeries> after = new ArrayDeque<>();
	private final Runnable listener;
	private StudySeries series;
	private StudySeries saved;
	private Object lastField;

	/**
	 * @param listener is told of every change
	 */
	SeriesDocument(Runnable listener) {
		this.listener = listener;
	}

	/** Begins anew with what a file holds. */
	void load(byte[] content, String name) throws InvalidStudyException {
		series = SeriesFiles.read(content, name);
		before.clear();
		after.clear();
		saved();
	}

	StudySeries series() {
		return series;
	}

	/**
	 * Changes the series.
	 *
	 * @param field that is typed into, whose changes become one; or null
	 */
	void change(Object field, Consumer<StudySeries> change) {
		StudySeries copy = EcoreUtil.copy(series);
		change.accept(copy);
		if (SeriesFiles.equal(copy, series)) {
			return;
		}
		if (field == null || !field.equals(lastField)) {
			before.push(series);
		}
		lastField = field;
		after.clear();
		series = copy;
		listener.run();
	}

	boolean isDirty() {
		return series != null && !SeriesFiles.equal(series, saved);
	}

	void saved() {
		saved = EcoreUtil.copy(series);
		lastField = null;
		listener.run();
	}

	boolean canUndo() {
		return !before.isEmpty();
	}

	boolean canRedo() {
		return !after.isEmpty();
	}

	void undo() {
		move(before, after);
	}

	void redo() {
		move(after, before);
	}

	private void move(Deque<StudySeries> from, Deque<StudySeries> to) {
		if (!from.isEmpty()) {
			to.push(series);
			series = from.pop();
			lastField = null;
			listener.run();
		}
	}
}

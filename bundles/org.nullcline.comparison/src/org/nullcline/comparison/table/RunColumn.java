package org.nullcline.comparison.table;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.nullcline.runs.index.IndexedRun;

/**
 * A column of a table of runs: one property that runs have.
 *
 * @param name    in headers, filters and files, for example {@code training.learningRate}
 * @param kind    of the property
 * @param numeric whether every run that has the property has a number
 * @param text    the value as it is written in files, or null if a run has no such property
 * @param number  the value as a number, or NaN
 */
public record RunColumn(String name, Kind kind, boolean numeric, Function<IndexedRun, String> text,
		ToDoubleFunction<IndexedRun> number) {

	/** Kinds of properties. */
	public enum Kind {
		/** What the run is called and how it stands. */
		RUN,
		/** What was chosen before it was trained. */
		SETTING,
		/** What came of the training. */
		METRIC,
		/** A number that an analysis gave. */
		RESULT,
		/** On what it was executed. */
		ORIGIN
	}

	public RunColumn {
		Objects.requireNonNull(name);
		Objects.requireNonNull(kind);
	}

	static RunColumn ofText(String name, Kind kind, Function<IndexedRun, String> text) {
		return new RunColumn(name, kind, false, text, run -> Double.NaN);
	}

	/** A column of numbers; runs whose number is NaN have none. */
	static RunColumn ofNumber(String name, Kind kind, ToDoubleFunction<IndexedRun> number) {
		return new RunColumn(name, kind, true, run -> written(number.applyAsDouble(run)), number);
	}

	/** Whether the numbers are measured, so that their mean over runs says something. */
	public boolean isMeasured() {
		return numeric && (kind == Kind.METRIC || kind == Kind.RESULT);
	}

	/** In full precision, whole numbers without a point. */
	static String written(double value) {
		if (Double.isNaN(value)) {
			return null;
		}
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
	}
}

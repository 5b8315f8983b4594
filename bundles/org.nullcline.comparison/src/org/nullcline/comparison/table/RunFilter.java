package org.nullcline.comparison.table;

import java.util.function.Predicate;

import org.nullcline.runs.index.IndexedRun;

/**
 * A filter of runs, written as people say it: {@code architecture = gru and units >= 64 and loss < 0.1}.
 *
 * <pre>
 * expression  : term ("or" term)*
 * term        : factor ("and" factor)*
 * factor      : "not" factor | "(" expression ")" | "has" COLUMN | comparison
 * comparison  : COLUMN ("=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "~") VALUE | COLUMN "in" "(" VALUE ("," VALUE)* ")"
 * </pre>
 *
 * A column or value with other characters than letters, digits and {@code . _ - + * / :} is written in quotes. Numbers are
 * compared as numbers, everything else as text, without regard to case; {@code ~} asks whether the text contains the value,
 * in which {@code *} stands for any characters. A run without a value of a column fulfils no comparison with it.
 *
 * @param text      as it was written
 * @param condition what it means
 */
public record RunFilter(String text, Predicate<IndexedRun> condition) {

	/** Lets every run through. */
	public static final RunFilter NONE = new RunFilter("", run -> true);

	/**
	 * Reads a filter.
	 *
	 * @param text    empty for none
	 * @param columns that it may name
	 */
	public static RunFilter parse(String text, RunColumns columns) throws FilterSyntaxException {
		return text.isBlank() ? NONE : new RunFilter(text, new FilterParser(text, columns).parse());
	}

	/** The expression that only holds for runs with just these values of columns; used to look into a group. */
	public static String equal(String column, String value) {
		return quoted(column) + (value == null ? "" : " = " + quoted(value));
	}

	/** A word, in quotes where it needs them. */
	public static String quoted(String word) {
		return FilterParser.isWord(word) ? word : "'" + word.replace("'", "''") + "'";
	}
}

package org.nullcline.core.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.figure.Figure;

/**
 * What an analysis found.
 *
 * @param values   single numbers by name
 * @param arrays   arrays by name; the name becomes a file name
 * @param tables   for people
 * @param figures  for people
 * @param findings claims with verdicts
 * @param notes    what a reader must know: definitions used, points left out, limits
 * @param listings for programs that read one thing after the other
 */
public record AnalysisResult(Map<String, Double> values, Map<String, INDArray> arrays, List<Table> tables,
		List<Figure> figures, List<Finding> findings, List<String> notes, List<Listing> listings) {

	public AnalysisResult {
		values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
		arrays = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
		tables = List.copyOf(tables);
		figures = List.copyOf(figures);
		findings = List.copyOf(findings);
		notes = List.copyOf(notes);
		listings = List.copyOf(listings);
		for (String name : arrays.keySet()) {
			if (!name.matches("[a-z0-9][a-z0-9_-]*")) {
				throw new IllegalArgumentException(
						"array '" + name + "': only lower-case letters, digits, hyphens and underscores");
			}
		}
	}

	/** The same with further notes at the end. */
	public AnalysisResult withNotes(List<String> further) {
		List<String> all = new ArrayList<>(notes);
		all.addAll(further);
		return new AnalysisResult(values, arrays, tables, figures, findings, all, listings);
	}

	/** The same with further figures at the end. */
	public AnalysisResult withFigures(List<Figure> further) {
		List<Figure> all = new ArrayList<>(figures);
		all.addAll(further);
		return new AnalysisResult(values, arrays, tables, all, findings, notes, listings);
	}

	/** A result without listings. */
	public AnalysisResult(Map<String, Double> values, Map<String, INDArray> arrays, List<Table> tables, List<Figure> figures,
			List<Finding> findings, List<String> notes) {
		this(values, arrays, tables, figures, findings, notes, List.of());
	}

	public static Builder builder() {
		return new Builder();
	}

	/** Collects a result. */
	public static final class Builder {

		private final Map<String, Double> values = new LinkedHashMap<>();
		private final Map<String, INDArray> arrays = new LinkedHashMap<>();
		private final List<Table> tables = new ArrayList<>();
		private final List<Figure> figures = new ArrayList<>();
		private final List<Finding> findings = new ArrayList<>();
		private final List<String> notes = new ArrayList<>();
		private final List<Listing> listings = new ArrayList<>();

		private Builder() {
		}

		public Builder value(String name, double value) {
			values.put(name, value);
			return this;
		}

		public Builder array(String name, INDArray array) {
			arrays.put(name, array);
			return this;
		}

		public Builder table(Table table) {
			tables.add(table);
			return this;
		}

		public Builder figure(Figure figure) {
			figures.add(figure);
			return this;
		}

		public Builder finding(Finding finding) {
			findings.add(finding);
			return this;
		}

		public Builder note(String note) {
			notes.add(note);
			return this;
		}

		public Builder listing(Listing listing) {
			listings.add(listing);
			return this;
		}

		public AnalysisResult build() {
			return new AnalysisResult(values, arrays, tables, figures, findings, notes, listings);
		}
	}
}

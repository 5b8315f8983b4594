package org.nullcline.comparison.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.nullcline.comparison.table.RunColumn.Kind;
import org.nullcline.runs.index.IndexedRun;
import org.nullcline.runs.index.TrainingSummary;

/** The columns that some runs have. */
public final class RunColumns {

	/** The name of the column with the name of the run. */
	public static final String RUN = "run";
	/** The name of the column with the folder of the execution. */
	public static final String EXECUTION = "execution";

	private static final Set<String> ORIGIN_PREFIXES = Set.of("environment", "plugin");

	private final Map<String, RunColumn> columns;
	private final Set<String> differing;

	private RunColumns(Map<String, RunColumn> columns, Set<String> differing) {
		this.columns = columns;
		this.differing = differing;
	}

	/** Finds the columns of runs, and those in which the runs differ. */
	public static RunColumns of(List<IndexedRun> runs) {
		Map<String, RunColumn> columns = new LinkedHashMap<>();
		add(columns, RunColumn.ofText(RUN, Kind.RUN, IndexedRun::name));
		add(columns, RunColumn.ofText(EXECUTION, Kind.RUN, run -> run.reference().execution().getFileName().toString()));
		add(columns, RunColumn.ofText("study", Kind.RUN, IndexedRun::study));
		add(columns, RunColumn.ofText("state", Kind.RUN, run -> run.state().getLiteral()));
		add(columns, RunColumn.ofText("architecture", Kind.SETTING, run -> run.architecture().isEmpty() ? null : run.architecture()));
		add(columns, RunColumn.ofNumber("units", Kind.SETTING, run -> run.units() == 0 ? Double.NaN : run.units()));
		Set<Map<String, String>> parts = parts(runs);
		Map<String, Boolean> settings = settings(parts);
		settings.forEach((name, numeric) -> {
			if (kind(name) == Kind.SETTING) {
				add(columns, setting(name, numeric));
			}
		});
		add(columns, RunColumn.ofNumber("seed", Kind.SETTING, run -> run.units() == 0 ? Double.NaN : run.seed()));
		addMetrics(columns);
		Set<String> results = new TreeSet<>();
		runs.forEach(run -> results.addAll(run.results().keySet()));
		for (String result : results) {
			add(columns, RunColumn.ofNumber(result, Kind.RESULT, run -> run.results().getOrDefault(result, Double.NaN)));
		}
		add(columns, RunColumn.ofText("ended", Kind.RUN, run -> run.ended().isEmpty() ? null : run.ended()));
		add(columns, RunColumn.ofText("message", Kind.RUN, run -> run.message().isEmpty() ? null : run.message()));
		settings.forEach((name, numeric) -> {
			if (kind(name) == Kind.ORIGIN) {
				add(columns, setting(name, numeric));
			}
		});
		return new RunColumns(columns, differing(columns.values(), settings.keySet(), parts, runs));
	}

	/** All columns in the order in which they are offered. */
	public List<RunColumn> all() {
		return List.copyOf(columns.values());
	}

	/** The columns in which two runs differ; a run without a value differs from one with a value. */
	public List<RunColumn> differing() {
		return columns.values().stream().filter(column -> differing.contains(column.name())).toList();
	}

	public Optional<RunColumn> find(String name) {
		return Optional.ofNullable(columns.get(name));
	}

	private static void addMetrics(Map<String, RunColumn> columns) {
		add(columns, RunColumn.ofNumber("step", Kind.METRIC, IndexedRun::step));
		addMetric(columns, "loss", TrainingSummary::loss);
		addMetric(columns, "validation_loss", TrainingSummary::validationLoss);
		addMetric(columns, "best_validation_loss", TrainingSummary::bestValidationLoss);
		addMetric(columns, "best_step", training -> training.bestStep() < 0 ? Double.NaN : training.bestStep());
		addMetric(columns, "unexplained", TrainingSummary::unexplained);
		addMetric(columns, "best_unexplained", TrainingSummary::bestUnexplained);
		addMetric(columns, "seconds", TrainingSummary::seconds);
	}

	private static void addMetric(Map<String, RunColumn> columns, String name,
			java.util.function.ToDoubleFunction<TrainingSummary> value) {
		add(columns, RunColumn.ofNumber(name, Kind.METRIC, run -> value.applyAsDouble(run.training())));
	}

	private static void add(Map<String, RunColumn> columns, RunColumn column) {
		columns.putIfAbsent(column.name(), column);
	}

	private static Kind kind(String setting) {
		int dot = setting.indexOf('.');
		return dot > 0 && ORIGIN_PREFIXES.contains(setting.substring(0, dot)) ? Kind.ORIGIN : Kind.SETTING;
	}

	private static RunColumn setting(String name, boolean numeric) {
		return new RunColumn(name, kind(name), numeric, run -> run.configuration().value(name),
				run -> number(run.configuration().value(name)));
	}

	/** Thousands of runs share a few parts. */
	private static Set<Map<String, String>> parts(List<IndexedRun> runs) {
		Set<Map<String, String>> parts = Collections.newSetFromMap(new IdentityHashMap<>());
		Set<Map<String, String>> ordered = new LinkedHashSet<>();
		for (IndexedRun run : runs) {
			for (Map<String, String> part : run.configuration().parts()) {
				if (parts.add(part)) {
					ordered.add(part);
				}
			}
		}
		return ordered;
	}

	/** Names of settings in the order of the first run that has them, and whether all their values are numbers. */
	private static Map<String, Boolean> settings(Set<Map<String, String>> parts) {
		Map<String, Boolean> settings = new LinkedHashMap<>();
		for (Map<String, String> part : parts) {
			part.forEach((name, value) -> settings.merge(name, !Double.isNaN(number(value)), Boolean::logicalAnd));
		}
		return settings;
	}

	private static Set<String> differing(Collection<RunColumn> columns, Set<String> settings,
			Set<Map<String, String>> parts, List<IndexedRun> runs) {
		Set<String> differing = new HashSet<>();
		Set<String> candidates = new HashSet<>(settings);
		candidates.removeIf(name -> parts.stream().allMatch(part -> !part.containsKey(name))
				|| parts.stream().map(part -> part.get(name)).filter(value -> value != null).distinct().count() < 2
						&& everyRunHas(name, runs));
		for (RunColumn column : columns) {
			boolean differs = settings.contains(column.name()) ? candidates.contains(column.name())
					: !runs.isEmpty() && differs(column, runs);
			if (differs) {
				differing.add(column.name());
			}
		}
		return differing;
	}

	private static boolean everyRunHas(String name, List<IndexedRun> runs) {
		return runs.stream().allMatch(run -> run.configuration().value(name) != null);
	}

	private static boolean differs(RunColumn column, List<IndexedRun> runs) {
		String first = column.text().apply(runs.getFirst());
		return runs.stream().anyMatch(run -> !java.util.Objects.equals(first, column.text().apply(run)));
	}

	/** NaN for what is no number. Words such as Infinity and NaN, and suffixes as in 1f, are text. */
	static double number(String text) {
		if (text == null || text.isEmpty() || !isNumeral(text)) {
			return Double.NaN;
		}
		try {
			return Double.parseDouble(text);
		} catch (NumberFormatException e) {
			return Double.NaN;
		}
	}

	private static boolean isNumeral(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
				return false;
			}
		}
		return true;
	}
}

package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nullcline.comparison.table.FilterSyntaxException;
import org.nullcline.comparison.table.GroupMean;
import org.nullcline.comparison.table.RunColumn;
import org.nullcline.comparison.table.RunColumn.Kind;
import org.nullcline.comparison.table.RunColumns;
import org.nullcline.comparison.table.RunTable;
import org.nullcline.comparison.table.RunsCsv;
import org.nullcline.comparison.table.SortKey;
import org.nullcline.comparison.table.TableQuery;
import org.nullcline.comparison.table.TableRow;
import org.nullcline.comparison.table.TableRow.Group;
import org.nullcline.comparison.table.TableRow.SingleRun;
import org.nullcline.runs.Json;
import org.nullcline.runs.index.ExecutionFolders;
import org.nullcline.runs.index.IndexedRun;
import org.nullcline.runs.index.RunReader;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runs}: many runs as a table. */
@CommandLine.Command(name = "runs", description = "List runs with the settings in which they differ and what came of them.", footer = { "",
		"EXPRESSION compares columns with values: architecture = gru and units >= 64 and (loss < 0.1 or not has loss). "
				+ "Operators: = != < <= > >=, ~ (contains; * stands for any characters), in (A, B); and, or, not, has COLUMN." })
final class RunsCommand extends Command {

	@Parameters(paramLabel = "DIR", arity = "0..*", description = "Output folders of studies, or folders of such; without any, the current folder.")
	List<Path> folders = List.of(Path.of(""));

	@Option(names = "--filter", paramLabel = "EXPRESSION", description = "Only these runs.")
	String filter = "";

	@Option(names = "--sort", paramLabel = "COLUMNS", description = "Columns by which rows are ordered, separated by commas; a minus before a column puts the largest first.")
	String sort = "";

	@Option(names = "--group-by", paramLabel = "COLUMNS", description = "One row for all runs with the same values in these columns, with means and 95 %% intervals.")
	String groupBy = "";

	@Option(names = "--columns", paramLabel = "COLUMNS", description = "The columns to show, separated by commas, or all; without it those in which the runs differ.")
	String columns = "";

	@Option(names = "--csv", description = "Print comma-separated values, numbers in full precision.")
	boolean csv;

	@Option(names = "--json", description = "Print as JSON.")
	boolean json;

	@Override
	public Integer call() throws IOException, UsageException {
		List<IndexedRun> runs = read();
		RunColumns known = RunColumns.of(runs);
		List<SortKey> order = words(sort).stream().map(word -> word.startsWith("-") ? new SortKey(word.substring(1), true)
				: new SortKey(word, false)).toList();
		for (SortKey key : order) {
			find(known, key.column(), "--sort");
		}
		for (String name : words(groupBy)) {
			find(known, name, "--group-by");
		}
		RunTable table;
		try {
			table = RunTable.of(runs, known, new TableQuery(filter, order, words(groupBy)));
		} catch (FilterSyntaxException e) {
			throw new UsageException("--filter: " + e.getMessage() + " (at character " + (e.start() + 1) + ")");
		}
		List<RunColumn> shown = shown(table);
		if (json) {
			terminal.result(Json.pretty(Map.of("runs", table.rows().stream().map(row -> describe(row, shown)).toList())).stripTrailing());
		} else if (csv) {
			terminal.result(RunsCsv.write(shown, table.rows()).replace("\r\n", System.lineSeparator()).stripTrailing());
		} else {
			print(table, shown);
		}
		return ExitCode.DONE;
	}

	private List<IndexedRun> read() throws IOException, UsageException {
		Set<Path> executions = new LinkedHashSet<>();
		for (Path folder : folders) {
			if (!java.nio.file.Files.isDirectory(folder.toAbsolutePath())) {
				throw new UsageException(folder + ": is no folder");
			}
			executions.addAll(ExecutionFolders.below(folder));
		}
		if (executions.isEmpty()) {
			throw new UsageException(folders.get(0).toAbsolutePath().normalize() + ": there is no executed study in or below this folder");
		}
		RunReader reader = new RunReader();
		List<IndexedRun> runs = new ArrayList<>();
		for (Path execution : executions) {
			runs.addAll(reader.readAll(execution));
		}
		return runs;
	}

	private List<RunColumn> shown(RunTable table) throws UsageException {
		Set<RunColumn> shown = new LinkedHashSet<>();
		for (String name : words(groupBy)) {
			shown.add(find(table.columns(), name, "--group-by"));
		}
		if (columns.equals("all")) {
			shown.addAll(table.columns().all());
		} else if (!columns.isEmpty()) {
			for (String name : words(columns)) {
				shown.add(find(table.columns(), name, "--columns"));
			}
		} else {
			if (groupBy.isEmpty()) {
				shown.add(find(table.columns(), RunColumns.RUN, ""));
				shown.add(find(table.columns(), "state", ""));
			}
			table.shown().differing().stream().filter(column -> groupBy.isEmpty() ? column.kind() != Kind.ORIGIN
					: column.kind() == Kind.SETTING || column.isMeasured()).map(column -> table.columns().find(column.name()).orElseThrow())
					.forEach(shown::add);
		}
		return List.copyOf(shown);
	}

	private static RunColumn find(RunColumns known, String name, String option) throws UsageException {
		return known.find(name).orElseThrow(() -> new UsageException(option + ": there is no column '" + name + "'; there are "
				+ String.join(", ", known.all().stream().map(RunColumn::name).toList())));
	}

	private static List<String> words(String list) {
		return Arrays.stream(list.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
	}

	private void print(RunTable table, List<RunColumn> shown) {
		boolean grouped = !groupBy.isEmpty();
		List<List<String>> lines = new ArrayList<>();
		List<String> header = new ArrayList<>(shown.stream().map(RunColumn::name).toList());
		if (grouped) {
			header.addFirst("runs");
		}
		lines.add(header);
		for (TableRow row : table.rows()) {
			List<String> line = new ArrayList<>(shown.stream().map(row::text).toList());
			if (grouped) {
				line.addFirst(Integer.toString(row.runs().size()));
			}
			lines.add(line);
		}
		int[] widths = new int[header.size()];
		lines.forEach(line -> Arrays.setAll(widths, i -> Math.max(widths[i], line.get(i).length())));
		for (List<String> line : lines) {
			StringBuilder text = new StringBuilder();
			for (int i = 0; i < widths.length; i++) {
				boolean number = i >= (grouped ? 1 : 0) && shown.get(i - (grouped ? 1 : 0)).numeric() || grouped && i == 0;
				String padding = " ".repeat(widths[i] - line.get(i).length());
				text.append(i == 0 ? "" : "  ").append(number ? padding + line.get(i) : line.get(i) + padding);
			}
			terminal.result(text.toString().stripTrailing());
		}
		terminal.message(table.runs().count() + " of " + table.total() + " runs");
	}

	private static Map<String, Object> describe(TableRow row, List<RunColumn> shown) {
		Map<String, Object> description = new LinkedHashMap<>();
		switch (row) {
		case SingleRun single -> description.put("folder", single.run().reference().folder().toString());
		case Group group -> description.put("count", group.runs().size());
		}
		for (RunColumn column : shown) {
			description.put(column.name(), switch (row) {
			case SingleRun single -> column.numeric() ? (Object) column.number().applyAsDouble(single.run()) : column.text().apply(single.run());
			case Group group -> column.isMeasured() ? mean(group.mean(column)) : group.text(column);
			});
		}
		return description;
	}

	private static Map<String, Object> mean(GroupMean mean) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("count", mean.count());
		description.put("mean", mean.mean());
		description.put("low", mean.interval().low());
		description.put("high", mean.interval().high());
		description.put("method", mean.interval().method());
		return description;
	}
}

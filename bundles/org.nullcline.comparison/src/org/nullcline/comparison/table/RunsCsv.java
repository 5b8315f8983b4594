package org.nullcline.comparison.table;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.comparison.table.TableRow.Group;
import org.nullcline.comparison.table.TableRow.SingleRun;

/**
 * A table of runs as comma-separated values (RFC 4180), numbers in full precision, an empty field for what a run has not.
 * Groups have, for each measured column, their mean and the bounds of its interval at 95 %.
 */
public final class RunsCsv {

	private RunsCsv() {
	}

	/** All rows are of one kind. */
	public static String write(List<RunColumn> columns, List<TableRow> rows) {
		StringBuilder text = new StringBuilder();
		boolean grouped = !rows.isEmpty() && rows.getFirst() instanceof Group;
		line(text, header(columns, grouped));
		for (TableRow row : rows) {
			line(text, switch (row) {
			case SingleRun single -> columns.stream().map(column -> column.text().apply(single.run())).toList();
			case Group group -> fields(group, columns);
			});
		}
		return text.toString();
	}

	private static List<String> header(List<RunColumn> columns, boolean grouped) {
		List<String> header = new ArrayList<>();
		if (grouped) {
			header.add("runs");
		}
		for (RunColumn column : columns) {
			header.add(column.name());
			if (grouped && column.isMeasured()) {
				header.add(column.name() + " low");
				header.add(column.name() + " high");
			}
		}
		return header;
	}

	private static List<String> fields(Group group, List<RunColumn> columns) {
		List<String> fields = new ArrayList<>();
		fields.add(Integer.toString(group.runs().size()));
		for (RunColumn column : columns) {
			if (column.isMeasured()) {
				GroupMean mean = group.mean(column);
				fields.add(RunColumn.written(mean.mean()));
				fields.add(RunColumn.written(mean.interval().low()));
				fields.add(RunColumn.written(mean.interval().high()));
			} else {
				fields.add(group.text(column));
			}
		}
		return fields;
	}

	private static void line(StringBuilder text, List<String> fields) {
		for (int i = 0; i < fields.size(); i++) {
			text.append(i == 0 ? "" : ",").append(field(fields.get(i)));
		}
		text.append("\r\n");
	}

	private static String field(String value) {
		if (value == null) {
			return "";
		}
		return value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
				? '"' + value.replace("\"", "\"\"") + '"' : value;
	}
}

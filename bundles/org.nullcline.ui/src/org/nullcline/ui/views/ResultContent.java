package org.nullcline.ui.views;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.figure.Figure;
import org.nullcline.runs.StoredResult;
import org.nullcline.ui.Messages;

/**
 * What the Results view shows.
 *
 * @param title    of what
 * @param figures  with the names under which they are listed
 * @param findings of all results
 * @param tables   of all results
 * @param notes    of all results, and why one could not be read
 */
record ResultContent(String title, List<Named<Figure>> figures, List<Finding> findings, List<Named<Table>> tables,
		List<String> notes) {

	/** Something under the name by which people choose it. */
	record Named<T>(String name, T value) {
	}

	static final ResultContent NOTHING = new ResultContent("", List.of(), List.of(), List.of(), List.of()); //$NON-NLS-1$

	/** Reads results. A damaged one does not hide the others. */
	static ResultContent read(String title, List<Path> folders) {
		ResultContent content = new ResultContent(title, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
				new ArrayList<>());
		for (Path folder : folders) {
			try {
				StoredResult result = StoredResult.read(folder);
				String prefix = folders.size() == 1 ? "" : result.analysisName() + ": "; //$NON-NLS-1$ //$NON-NLS-2$
				result.figures().forEach(figure -> content.figures.add(new Named<>(prefix + figure.title(), figure)));
				content.findings.addAll(result.findings());
				if (!result.values().isEmpty()) {
					content.tables.add(new Named<>(prefix + Messages.Results_values, values(result)));
				}
				result.tables().forEach(table -> content.tables.add(new Named<>(prefix + table.title(), table)));
				result.notes().forEach(note -> content.notes.add(prefix + note));
			} catch (IOException | RuntimeException e) {
				content.notes.add(folder.getFileName() + ": " + e.getMessage()); //$NON-NLS-1$
			}
		}
		return content;
	}

	private static Table values(StoredResult result) {
		List<List<String>> rows = new ArrayList<>();
		result.values().forEach((name, value) -> rows.add(List.of(name, value == null ? "" : FindingsTable.number(value)))); //$NON-NLS-1$
		return new Table(Messages.Results_values,
				List.of(Messages.Results_name, Messages.Results_value), rows);
	}
}

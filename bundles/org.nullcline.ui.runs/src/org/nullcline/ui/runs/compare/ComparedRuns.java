package org.nullcline.ui.runs.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.osgi.util.NLS;
import org.nullcline.comparison.RunLabels;
import org.nullcline.comparison.table.RunColumn;
import org.nullcline.comparison.table.RunColumn.Kind;
import org.nullcline.comparison.table.RunColumns;
import org.nullcline.comparison.table.TableRow.SingleRun;
import org.nullcline.core.analysis.Finding;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.Metrics;
import org.nullcline.runs.RunReference;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;
import org.nullcline.runs.index.IndexedRun;
import org.nullcline.runs.index.RunReader;
import org.nullcline.ui.runs.Messages;

/**
 * What the view shows of some runs.
 *
 * @param runs     that are compared
 * @param labels   one for each of them
 * @param curves   measurements by label
 * @param settings the value that each run has of each setting
 * @param results  the value that each run has of each metric, result and finding
 */
record ComparedRuns(List<RunReference> runs, List<String> labels, Map<String, List<Measurement>> curves,
		List<Row> settings, List<Row> results) {

	/** More lines or columns than this say nothing. */
	static final int MOST = 100;

	static final ComparedRuns NOTHING = new ComparedRuns(List.of(), List.of(), Map.of(), List.of(), List.of());

	/**
	 * A property of all runs.
	 *
	 * @param values one for each run, empty where it has none
	 */
	record Row(String name, List<String> values) {

		/** Whether two runs have different values. */
		boolean differs() {
			return values.stream().distinct().count() > 1;
		}
	}

	/** Reads what the folders of runs hold. */
	static ComparedRuns read(List<RunReference> runs, IProgressMonitor monitor) {
		List<String> labels = RunLabels.of(runs);
		RunReader reader = new RunReader();
		List<IndexedRun> read = new ArrayList<>();
		Map<String, List<Measurement>> curves = new LinkedHashMap<>();
		List<Map<String, String>> findings = new ArrayList<>();
		for (int i = 0; i < runs.size(); i++) {
			if (monitor.isCanceled()) {
				throw new OperationCanceledException();
			}
			RunReference run = runs.get(i);
			read.add(reader.read(run.folder(), StudyFolder.isLocked(run.execution())));
			curves.put(labels.get(i), curve(run));
			findings.add(findings(run));
		}
		RunColumns columns = RunColumns.of(read);
		List<Row> settings = rows(columns, read, Kind.SETTING, Kind.ORIGIN);
		List<Row> results = new ArrayList<>(rows(columns, read, Kind.METRIC, Kind.RESULT));
		columns.find("state").ifPresent(state -> results.addFirst(row(state, read))); //$NON-NLS-1$
		findings.stream().flatMap(each -> each.keySet().stream()).distinct().forEach(claim -> results
				.add(new Row(claim, findings.stream().map(each -> each.getOrDefault(claim, "")).toList()))); //$NON-NLS-1$
		return new ComparedRuns(runs, labels, curves, settings, results);
	}

	private static List<Row> rows(RunColumns columns, List<IndexedRun> runs, Kind first, Kind second) {
		return columns.all().stream().filter(column -> column.kind() == first || column.kind() == second)
				.map(column -> row(column, runs)).filter(row -> row.values.stream().anyMatch(value -> !value.isEmpty())).toList();
	}

	private static Row row(RunColumn column, List<IndexedRun> runs) {
		return new Row(column.name(), runs.stream().map(run -> new SingleRun(run).text(column)).toList());
	}

	private static List<Measurement> curve(RunReference run) {
		try {
			return Metrics.read(run.folder());
		} catch (IOException e) {
			// The table of runs says so.
			return List.of();
		}
	}

	/** What analyses of the network found, by claim. */
	private static Map<String, String> findings(RunReference run) {
		Map<String, String> findings = new LinkedHashMap<>();
		for (String analysis : analyses(run)) {
			try {
				for (Finding finding : StoredResult.read(StudyFolder.resultFolder(run.folder(), analysis)).findings()) {
					findings.put(NLS.bind(Messages.Compare_claim, analysis, finding.claim()), words(finding));
				}
			} catch (IOException | RuntimeException e) {
				findings.put(NLS.bind(Messages.Compare_claim, analysis, Messages.Compare_unreadable), String.valueOf(e.getMessage()));
			}
		}
		return findings;
	}

	private static List<String> analyses(RunReference run) {
		java.io.File[] folders = StudyFolder.resultFolder(run.folder(), "").toFile().listFiles(java.io.File::isDirectory); //$NON-NLS-1$
		return folders == null ? List.of() : java.util.Arrays.stream(folders).map(java.io.File::getName).sorted().toList();
	}

	private static String words(Finding finding) {
		String value = Double.isNaN(finding.value()) ? "" : String.format(java.util.Locale.ROOT, " (%.4g)", finding.value()); //$NON-NLS-1$ //$NON-NLS-2$
		return finding.verdict().words() + value;
	}
}

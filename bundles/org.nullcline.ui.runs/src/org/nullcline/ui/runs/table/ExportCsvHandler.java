package org.nullcline.ui.runs.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.comparison.table.RunColumn;
import org.nullcline.comparison.table.RunsCsv;
import org.nullcline.comparison.table.TableRow;
import org.nullcline.runs.AtomicFiles;
import org.nullcline.ui.runs.Messages;

/** Writes all rows, with the columns that are shown, into a file of comma-separated values. */
public class ExportCsvHandler extends RunsViewHandler {

	private static final String FILE = "org.nullcline.ui.runs.commands.exportCsv.file"; //$NON-NLS-1$

	@Override
	void execute(RunsView view, ExecutionEvent event) {
		String file = event.getParameter(FILE);
		if (file == null) {
			FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.SAVE);
			dialog.setText(Messages.Export_csvTitle);
			dialog.setFilterExtensions(new String[] { "*.csv" }); //$NON-NLS-1$
			dialog.setFileName("runs.csv"); //$NON-NLS-1$
			dialog.setOverwrite(true);
			file = dialog.open();
		}
		if (file != null) {
			write(Path.of(file), view.shownColumns(), view.table().rows());
		}
	}

	private static void write(Path file, List<RunColumn> columns, List<TableRow> rows) {
		Job.create(NLS.bind(Messages.Export_csv, file.getFileName()), monitor -> {
			try {
				AtomicFiles.write(file, RunsCsv.write(columns, rows).getBytes(StandardCharsets.UTF_8));
				return Status.OK_STATUS;
			} catch (IOException e) {
				return Status.error(e.getMessage(), e);
			}
		}).schedule();
	}
}

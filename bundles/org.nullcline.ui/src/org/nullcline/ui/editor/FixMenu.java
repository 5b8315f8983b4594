package org.nullcline.ui.editor;

import java.io.IOException;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MenuListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.statushandlers.StatusManager;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.ui.Messages;

/** The proposals for the selected problem, as the context menu of the table of problems. */
final class FixMenu {

	private final StudyEditor editor;
	private final Table problems;
	private final Menu menu;

	FixMenu(StudyEditor editor, Table problems) {
		this.editor = editor;
		this.problems = problems;
		menu = new Menu(problems);
		menu.addMenuListener(MenuListener.menuShownAdapter(event -> fill()));
		problems.setMenu(menu);
	}

	/** Shows the menu at the selected problem, the first one if none is selected. */
	void open() {
		if (problems.getItemCount() == 0) {
			return;
		}
		if (problems.getSelectionIndex() < 0) {
			problems.setSelection(0);
		}
		problems.setFocus();
		var bounds = problems.getItem(problems.getSelectionIndex()).getBounds();
		menu.setLocation(problems.toDisplay(bounds.x + 20, bounds.y + bounds.height));
		menu.setVisible(true);
	}

	private void fill() {
		for (MenuItem item : menu.getItems()) {
			item.dispose();
		}
		int index = problems.getSelectionIndex();
		if (index < 0) {
			return;
		}
		String message = ((StudyProblem) problems.getItem(index).getData()).toString();
		try {
			StudyFixes fixes = new StudyFixes(editor.file());
			List<String> labels = fixes.labels(message);
			for (String label : labels) {
				MenuItem item = new MenuItem(menu, SWT.PUSH);
				item.setText(label);
				item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> apply(fixes, message, label)));
			}
			if (labels.isEmpty()) {
				MenuItem none = new MenuItem(menu, SWT.PUSH);
				none.setText(Messages.Fix_none);
				none.setEnabled(false);
			}
		} catch (CoreException | IOException | InvalidStudyException e) {
			report(e);
		}
	}

	private void apply(StudyFixes fixes, String message, String label) {
		try {
			fixes.apply(message, label, false);
		} catch (CoreException | IOException | InvalidStudyException e) {
			report(e);
		}
	}

	private void report(Exception problem) {
		StatusManager.getManager().handle(Status.error(NLS.bind(Messages.Fix_failed, editor.file().getName()), problem),
				StatusManager.SHOW | StatusManager.LOG);
	}
}

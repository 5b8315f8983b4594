package org.nullcline.ui.series;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.ide.IDE;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.ui.Messages;
import org.nullcline.ui.common.AccessibleNames;

/** The studies of a series in their order; a double-click opens one. */
final class MembersTable {

	private final SeriesDocument document;
	private final IContainer folder;
	private final Composite body;
	private final Table table;
	private final Button add;
	private final Button remove;
	private final Button up;
	private final Button down;

	/**
	 * @param folder in which the studies lie
	 */
	MembersTable(Composite parent, FormToolkit toolkit, SeriesDocument document, IContainer folder) {
		this.document = document;
		this.folder = folder;
		body = toolkit.createComposite(parent);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(body);
		table = toolkit.createTable(body, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
		AccessibleNames.set(table, Messages.Series_members);
		GridDataFactory.fillDefaults().grab(true, true).hint(300, 160).applyTo(table);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> enable()));
		table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> open()));
		Composite buttons = toolkit.createComposite(body);
		GridLayoutFactory.fillDefaults().applyTo(buttons);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(buttons);
		add = button(buttons, toolkit, Messages.Editor_add, this::add);
		remove = button(buttons, toolkit, Messages.Editor_remove,
				() -> document.change(null, series -> series.getMembers().remove(table.getSelectionIndex())));
		up = button(buttons, toolkit, Messages.Editor_up, () -> move(-1));
		down = button(buttons, toolkit, Messages.Editor_down, () -> move(1));
	}

	Control control() {
		return body;
	}

	void refresh() {
		int index = table.getSelectionIndex();
		List<String> members = document.series().getMembers();
		table.removeAll();
		for (String member : members) {
			boolean exists = folder.getFile(IPath.fromPortableString(member)).exists();
			new TableItem(table, SWT.NONE).setText(exists ? member : NLS.bind(Messages.Series_missingMember, member));
		}
		table.setSelection(Math.min(index, members.size() - 1));
		enable();
	}

	private Button button(Composite parent, FormToolkit toolkit, String label, Runnable pressed) {
		Button button = toolkit.createButton(parent, label, SWT.PUSH);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> pressed.run()));
		return button;
	}

	private void enable() {
		int index = table.getSelectionIndex();
		// A series without studies is none.
		remove.setEnabled(index >= 0 && table.getItemCount() > 1);
		up.setEnabled(index > 0);
		down.setEnabled(index >= 0 && index < table.getItemCount() - 1);
		add.setEnabled(!others().isEmpty());
	}

	private void move(int by) {
		int index = table.getSelectionIndex();
		document.change(null, series -> series.getMembers().move(index + by, index));
		table.setSelection(index + by);
		enable();
	}

	private void add() {
		Menu menu = new Menu(table);
		for (String file : others()) {
			MenuItem item = new MenuItem(menu, SWT.PUSH);
			item.setText(file);
			item.addSelectionListener(SelectionListener.widgetSelectedAdapter(
					event -> document.change(null, series -> series.getMembers().add(file))));
		}
		menu.setLocation(add.toDisplay(0, add.getSize().y));
		menu.setVisible(true);
	}

	/** The studies beside the series that it does not have yet. */
	private List<String> others() {
		List<String> files = new ArrayList<>();
		try {
			for (IResource resource : folder.members()) {
				if (resource instanceof IFile file && StudyFiles.EXTENSION.equals(file.getFileExtension())
						&& !document.series().getMembers().contains(file.getName())) {
					files.add(file.getName());
				}
			}
		} catch (CoreException e) {
			ILog.of(getClass()).log(e.getStatus());
		}
		return files;
	}

	private void open() {
		IFile file = folder.getFile(IPath.fromPortableString(document.series().getMembers().get(table.getSelectionIndex())));
		try {
			if (file.exists()) {
				IDE.openEditor(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(), file);
			}
		} catch (PartInitException e) {
			ILog.of(getClass()).log(e.getStatus());
		}
	}
}

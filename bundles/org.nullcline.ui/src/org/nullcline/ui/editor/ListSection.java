package org.nullcline.ui.editor;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;
import org.nullcline.ui.Messages;
import org.nullcline.ui.common.AccessibleNames;

/**
 * A section with a list of elements of the study, in their order, and the details of the selected one.
 *
 * @param <E> the type of the elements
 */
abstract class ListSection<E extends EObject> {

	/** Between these widths the list is as wide as its labels. */
	private static final int NARROWEST = 220;
	private static final int WIDEST = 380;

	private static final int HEIGHT = 170;

	private final StudyPage page;
	private final Class<E> type;
	private final EReference part;
	private final EReference reference;
	private final Table table;
	private final Composite client;
	private final Button remove;
	private final Button up;
	private final Button down;
	private List<E> elements = List.of();

	/**
	 * @param name      by which tests and accessibility know the table
	 * @param part      the part of the study that has the list
	 * @param reference to the elements
	 */
	ListSection(StudyPage page, Composite parent, FormToolkit toolkit, String title, String description, String name,
			Class<E> type, EReference part, EReference reference) {
		this.page = page;
		this.type = type;
		this.part = part;
		this.reference = reference;
		Section section = toolkit.createSection(parent,
				ExpandableComposite.TITLE_BAR | ExpandableComposite.EXPANDED | Section.DESCRIPTION);
		section.setText(title);
		section.setDescription(description);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(section);
		client = toolkit.createComposite(section);
		GridLayoutFactory.swtDefaults().numColumns(3).applyTo(client);
		section.setClient(client);
		table = toolkit.createTable(client, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
		table.setData(ParameterForm.PARAMETER, name);
		AccessibleNames.set(table, title);
		GridDataFactory.fillDefaults().hint(NARROWEST, HEIGHT).grab(false, true).align(SWT.FILL, SWT.FILL).applyTo(table);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> selected()));
		Composite buttons = toolkit.createComposite(client);
		GridLayoutFactory.fillDefaults().applyTo(buttons);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(buttons);
		Button add = button(buttons, toolkit, Messages.Editor_add, null);
		add.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> add(add)));
		remove = button(buttons, toolkit, Messages.Editor_remove, () -> page.document().remove(selection()));
		up = button(buttons, toolkit, Messages.Editor_up, () -> move(-1));
		down = button(buttons, toolkit, Messages.Editor_down, () -> move(1));
	}

	/** The button to add an element has been pressed. */
	abstract void add(Button button);

	/** How the list shows an element. */
	abstract String label(E element);

	/** Shows the details of an element, or none for null. */
	abstract void show(E element);

	/** Whether the details mark a location already. */
	abstract boolean marks(String location);

	/** Where the details go, to the right of the list. */
	final Composite client() {
		return client;
	}

	final StudyPage page() {
		return page;
	}

	/** The elements as they were shown last. */
	final List<E> elements() {
		return elements;
	}

	/** Adds an element to the study and selects it. */
	final void append(E added) {
		page.document().add(part, reference, added);
		table.setSelection(elements.indexOf(added));
		selected();
	}

	final void refresh() {
		E before = selection();
		EObject owner = page.document().part(part);
		List<E> now = owner == null ? List.of() : ((List<?>) owner.eGet(reference)).stream().map(type::cast).toList();
		int index = now.indexOf(before);
		if (index < 0 && !now.isEmpty()) {
			index = Math.min(Math.max(0, table.getSelectionIndex()), now.size() - 1);
		}
		if (!now.equals(elements) || table.getItemCount() != now.size()) {
			elements = now;
			table.removeAll();
			now.forEach(element -> new TableItem(table, SWT.NONE));
		}
		for (int row = 0; row < now.size(); row++) {
			table.getItem(row).setText(label(now.get(row)));
		}
		table.setSelection(index);
		fit();
		selected();
	}

	/** Labels are to be read as a whole. */
	private void fit() {
		int width = Math.clamp(table.computeSize(SWT.DEFAULT, SWT.DEFAULT).x, NARROWEST, WIDEST);
		GridData data = (GridData) table.getLayoutData();
		if (data.widthHint != width) {
			data.widthHint = width;
			table.requestLayout();
		}
	}

	private Button button(Composite parent, FormToolkit toolkit, String label, Runnable pressed) {
		Button button = toolkit.createButton(parent, label, SWT.PUSH);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
		if (pressed != null) {
			button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> pressed.run()));
		}
		return button;
	}

	private void move(int by) {
		E element = selection();
		page.document().move(element, elements.indexOf(element) + by);
	}

	private void selected() {
		int index = table.getSelectionIndex();
		remove.setEnabled(index >= 0);
		up.setEnabled(index > 0);
		down.setEnabled(index >= 0 && index < elements.size() - 1);
		show(selection());
	}

	private E selection() {
		int index = table.getSelectionIndex();
		return index < 0 || index >= elements.size() ? null : elements.get(index);
	}
}

package org.nullcline.ui.editor;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.model.Choice;
import org.nullcline.ui.Messages;
import org.nullcline.ui.views.AccessibleNames;

/** A section with a list of chosen contributions and the parameters of the selected one. */
final class ChoiceListSection {

	private final StudyPage page;
	private final ContributionKind kind;
	private final EReference part;
	private final EReference reference;
	private final Table table;
	private final Menu menu;
	private final Button remove;
	private final Button up;
	private final Button down;
	private final ChoiceDetails details;
	private List<Choice> choices = List.of();

	ChoiceListSection(StudyPage page, Composite parent, FormToolkit toolkit, String title, String description,
			ContributionKind kind, EReference part, EReference reference) {
		this.page = page;
		this.kind = kind;
		this.part = part;
		this.reference = reference;
		Section section = toolkit.createSection(parent,
				ExpandableComposite.TITLE_BAR | ExpandableComposite.EXPANDED | Section.DESCRIPTION);
		section.setText(title);
		section.setDescription(description);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(section);
		Composite client = toolkit.createComposite(section);
		GridLayoutFactory.swtDefaults().numColumns(3).applyTo(client);
		section.setClient(client);
		table = toolkit.createTable(client, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
		table.setData(ParameterForm.PARAMETER, kind.plural());
		AccessibleNames.set(table, title);
		GridDataFactory.fillDefaults().hint(220, 170).align(SWT.FILL, SWT.BEGINNING).applyTo(table);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> selected()));
		Composite buttons = toolkit.createComposite(client);
		GridLayoutFactory.fillDefaults().applyTo(buttons);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(buttons);
		Button add = button(buttons, toolkit, Messages.Editor_add, null);
		menu = createMenu(add);
		add.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			menu.setLocation(add.toDisplay(0, add.getSize().y));
			menu.setVisible(true);
		}));
		remove = button(buttons, toolkit, Messages.Editor_remove, () -> page.document().remove(List.of(selection())));
		up = button(buttons, toolkit, Messages.Editor_up, () -> move(-1));
		down = button(buttons, toolkit, Messages.Editor_down, () -> move(1));
		details = new ChoiceDetails(page, client, toolkit, kind);
	}

	void refresh() {
		Choice before = selection();
		EObject owner = page.document().part(part);
		List<Choice> now = new ArrayList<>();
		if (owner != null) {
			((List<?>) owner.eGet(reference)).forEach(choice -> now.add((Choice) choice));
		}
		int index = now.indexOf(before);
		if (index < 0 && !now.isEmpty()) {
			index = Math.min(Math.max(0, table.getSelectionIndex()), now.size() - 1);
		}
		if (!now.equals(choices) || table.getItemCount() != now.size()) {
			choices = now;
			table.removeAll();
			now.forEach(choice -> new TableItem(table, SWT.NONE).setText(label(choice)));
		}
		table.setSelection(index);
		selected();
	}

	boolean marks(String location) {
		return details.marks(location);
	}

	private Menu createMenu(Button button) {
		Menu created = new Menu(button);
		for (Contribution contribution : page.editor().registry().all(kind)) {
			if (contribution.problem().isEmpty()) {
				MenuItem item = new MenuItem(created, SWT.PUSH);
				item.setText(contribution.name());
				item.setToolTipText(contribution.description());
				item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> add(contribution)));
			}
		}
		return created;
	}

	private void add(Contribution contribution) {
		Choice added = page.document().add(part, reference, contribution.id());
		table.setSelection(choices.indexOf(added));
		selected();
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
		Choice choice = selection();
		page.document().move(choice, choices.indexOf(choice) + by);
	}

	private void selected() {
		int index = table.getSelectionIndex();
		remove.setEnabled(index >= 0);
		up.setEnabled(index > 0);
		down.setEnabled(index >= 0 && index < choices.size() - 1);
		details.show(selection());
	}

	private Choice selection() {
		int index = table.getSelectionIndex();
		return index < 0 || index >= choices.size() ? null : choices.get(index);
	}

	private String label(Choice choice) {
		return page.editor().registry().find(kind, choice.getId()).map(Contribution::name).orElse(String.valueOf(choice.getId()));
	}
}

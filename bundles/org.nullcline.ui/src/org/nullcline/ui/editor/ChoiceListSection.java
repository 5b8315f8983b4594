package org.nullcline.ui.editor;

import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.model.Choice;

/** A section with a list of chosen contributions and the parameters of the selected one. */
final class ChoiceListSection extends ListSection<Choice> {

	private final ContributionKind kind;
	private final EReference reference;
	private Menu menu;
	private final ChoiceDetails details;

	ChoiceListSection(StudyPage page, Composite parent, FormToolkit toolkit, String title, String description,
			ContributionKind kind, EReference part, EReference reference) {
		super(page, parent, toolkit, title, description, kind.plural(), Choice.class, part, reference);
		this.kind = kind;
		this.reference = reference;
		details = new ChoiceDetails(page, client(), toolkit, kind);
	}

	@Override
	void add(Button button) {
		// Each time, because plug-ins that are being developed come and go.
		if (menu != null) {
			menu.dispose();
		}
		menu = createMenu();
		menu.setLocation(button.toDisplay(0, button.getSize().y));
		menu.setVisible(true);
	}

	@Override
	String label(Choice choice) {
		return page().editor().registry().find(kind, choice.getId()).map(Contribution::name)
				.orElse(String.valueOf(choice.getId()));
	}

	@Override
	void show(Choice choice) {
		details.show(choice);
	}

	@Override
	boolean marks(String location) {
		return details.marks(location);
	}

	private Menu createMenu() {
		Menu created = new Menu(client());
		for (Contribution contribution : page().editor().registry().all(kind)) {
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
		Choice added = (Choice) EcoreUtil.create(reference.getEReferenceType());
		added.setId(contribution.id());
		append(added);
	}
}

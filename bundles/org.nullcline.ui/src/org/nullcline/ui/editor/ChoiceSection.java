package org.nullcline.ui.editor;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.model.Choice;
import org.nullcline.ui.common.AccessibleNames;

/** A section in which one contribution of a kind is chosen and its parameters are set. */
final class ChoiceSection {

	private final StudyPage page;
	private final ContributionKind kind;
	private final EReference part;
	private final EReference reference;
	private List<Contribution> contributions = List.of();
	private final FormToolkit toolkit;
	private final Composite client;
	private final Combo combo;
	private final ChoiceDetails details;

	/**
	 * @param part      the part of the study that has the choice, null for the study itself
	 * @param reference to the choice
	 */
	ChoiceSection(StudyPage page, Composite parent, FormToolkit toolkit, String title, ContributionKind kind,
			EReference part, EReference reference) {
		this.page = page;
		this.toolkit = toolkit;
		this.kind = kind;
		this.part = part;
		this.reference = reference;
		Section section = toolkit.createSection(parent, ExpandableComposite.TITLE_BAR | ExpandableComposite.EXPANDED);
		section.setText(title);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
		client = toolkit.createComposite(section);
		GridLayoutFactory.swtDefaults().applyTo(client);
		section.setClient(client);
		combo = new Combo(client, SWT.DROP_DOWN | SWT.READ_ONLY);
		combo.setData(ParameterForm.PARAMETER, kind.singular());
		AccessibleNames.set(combo, title);
		toolkit.adapt(combo, true, true);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).minSize(280, SWT.DEFAULT).applyTo(combo);
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose()));
		details = new ChoiceDetails(page, client, this.toolkit, kind);
	}

	void refresh() {
		EObject owner = page.document().part(part);
		Choice choice = owner == null ? null : (Choice) owner.eGet(reference);
		Optional<Contribution> found = choice == null ? Optional.empty() : page.editor().registry().find(kind, choice.getId());
		offer(page.editor().registry().all(kind));
		int index = found.map(contributions::indexOf).orElse(-1);
		if (index < 0) {
			combo.deselectAll();
		} else if (combo.getSelectionIndex() != index) {
			combo.select(index);
		}
		details.show(choice);
	}

	private void offer(List<Contribution> offered) {
		if (!offered.equals(contributions)) {
			contributions = offered;
			combo.setItems(offered.stream().map(Contribution::name).toArray(String[]::new));
			combo.requestLayout();
		}
	}

	boolean marks(String location) {
		return details.marks(location);
	}

	private void choose() {
		page.document().choose(part, reference, contributions.get(combo.getSelectionIndex()).id());
	}
}

package org.nullcline.ui.editor;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.Choice;
import org.nullcline.ui.Messages;
import org.nullcline.ui.declaration.Declarations;

/** What a chosen contribution is, and its parameters. */
final class ChoiceDetails {

	private final StudyPage page;
	private final FormToolkit toolkit;
	private final ContributionKind kind;
	private final Composite body;
	private final Label description;
	private final PresetRow presets;
	private ParameterForm form;
	private ParameterForm architecture;
	private Choice choice;
	private String id;
	private Optional<Contribution> contribution = Optional.empty();

	ChoiceDetails(StudyPage page, Composite parent, FormToolkit toolkit, ContributionKind kind) {
		this.page = page;
		this.toolkit = toolkit;
		this.kind = kind;
		body = toolkit.createComposite(parent);
		GridLayoutFactory.fillDefaults().applyTo(body);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
		description = toolkit.createLabel(body, "", SWT.WRAP); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).applyTo(description);
		presets = new PresetRow(page, body, toolkit);
	}

	/** Shows a choice, or nothing for null. */
	void show(Choice shown) {
		String shownId = shown == null ? null : shown.getId();
		Optional<Contribution> found = shownId == null ? Optional.empty() : page.editor().registry().find(kind, shownId);
		// A plug-in that is being developed may declare other parameters by now.
		if (shown == choice && Objects.equals(shownId, id) && found.equals(contribution)) {
			if (form != null) {
				form.refresh();
			}
			if (architecture != null) {
				architecture.refresh();
			}
			presets.refresh();
			return;
		}
		choice = shown;
		id = shownId;
		contribution = found;
		if (form != null) {
			form.dispose();
			form = null;
		}
		if (architecture != null) {
			architecture.dispose();
			architecture = null;
		}
		description.setText(found.map(Contribution::description)
				.orElse(shownId == null ? "" : NLS.bind(Messages.Form_unknownContribution, shownId))); //$NON-NLS-1$
		presets.show(found, shown);
		if (shown instanceof ArchitectureChoice own) {
			architecture = new ParameterForm(body, toolkit, page.messages(), Declarations.architecture(), Set.of(),
					new ArchitectureValues(page.document(), own));
			GridDataFactory.fillDefaults().grab(true, false).applyTo(architecture.control());
		}
		if (found.isPresent() && !found.get().parameters().isEmpty()) {
			form = new ParameterForm(body, toolkit, page.messages(), found.get().parameters(), Set.of(),
					new ChoiceValues(page.document(), kind, shown));
			GridDataFactory.fillDefaults().grab(true, false).applyTo(form.control());
		}
		body.requestLayout();
		page.reflow();
	}

	boolean marks(String location) {
		return form != null && form.marks(location) || architecture != null && architecture.marks(location);
	}
}

package org.nullcline.ui.editor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.model.Choice;
import org.nullcline.model.ParameterValue;
import org.nullcline.ui.Messages;

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

	/** With the values by which it differs from others of its kind in the list. */
	@Override
	String label(Choice choice) {
		Optional<Contribution> found = page().editor().registry().find(kind, choice.getId());
		if (found.isEmpty()) {
			return String.valueOf(choice.getId());
		}
		List<Choice> alike = elements().stream().filter(other -> Objects.equals(other.getId(), choice.getId())).toList();
		String values = found.get().parameters().stream()
				.filter(parameter -> alike.stream().map(other -> value(other, parameter)).distinct().count() > 1)
				.map(parameter -> value(choice, parameter)).collect(Collectors.joining(", ")); //$NON-NLS-1$
		return values.isEmpty() ? found.get().name() : NLS.bind(Messages.Editor_variant, found.get().name(), values);
	}

	private static String value(Choice choice, ParameterDeclaration parameter) {
		return choice.getParameters().stream().filter(given -> parameter.name().equals(given.getName()))
				.map(ParameterValue::getValue).findFirst().orElse(parameter.defaultValue());
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

package org.nullcline.ui.development;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.development.template.PluginKind;
import org.nullcline.development.template.PluginProject;

/** What the new plug-in is called and what it adds. */
final class NewPluginPage extends WizardPage {

	private final ContributionRegistry registry = ContributionRegistry.read();
	private final Map<PluginKind, Button> kinds = new EnumMap<>(PluginKind.class);
	private Text identifier;
	private Text vendor;

	NewPluginPage() {
		super("plugin"); //$NON-NLS-1$
		setTitle(Messages.Wizard_title);
		setDescription(Messages.Wizard_description);
	}

	@Override
	public void createControl(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		body.setLayout(new GridLayout(2, false));
		identifier = field(body, Messages.Wizard_identifier);
		identifier.setMessage(Messages.Wizard_identifierHint);
		identifier.addModifyListener(event -> check());
		vendor = field(body, Messages.Wizard_vendor);
		Group contents = new Group(body, SWT.NONE);
		contents.setText(Messages.Wizard_contents);
		contents.setLayout(new GridLayout());
		contents.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
		for (PluginKind kind : PluginKind.values()) {
			Button choice = new Button(contents, SWT.CHECK);
			choice.setText(switch (kind) {
			case TASK -> Messages.Wizard_task;
			case ARCHITECTURE -> Messages.Wizard_architecture;
			case ANALYSIS -> Messages.Wizard_analysis;
			});
			choice.addListener(SWT.Selection, event -> check());
			kinds.put(kind, choice);
		}
		kinds.get(PluginKind.TASK).setSelection(true);
		setControl(body);
		// Nothing is wrong yet; it is just not complete.
		setPageComplete(false);
	}

	private static Text field(Composite parent, String label) {
		new Label(parent, SWT.NONE).setText(label);
		Text text = new Text(parent, SWT.BORDER | SWT.SINGLE);
		text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		return text;
	}

	/** What was chosen; the page must be complete. */
	PluginProject project() {
		return new PluginProject(identifier.getText().strip(), chosen(), vendor.getText());
	}

	private Set<PluginKind> chosen() {
		Set<PluginKind> chosen = EnumSet.noneOf(PluginKind.class);
		kinds.forEach((kind, button) -> {
			if (button.getSelection()) {
				chosen.add(kind);
			}
		});
		return chosen;
	}

	private void check() {
		Optional<String> problem = problem();
		setErrorMessage(problem.orElse(null));
		setPageComplete(problem.isEmpty());
	}

	private Optional<String> problem() {
		String id = identifier.getText().strip();
		Optional<String> invalid = PluginProject.problem(id);
		if (invalid.isPresent()) {
			return invalid;
		}
		if (ResourcesPlugin.getWorkspace().getRoot().getProject(id).exists()) {
			return Optional.of(NLS.bind(Messages.Wizard_exists, id));
		}
		if (chosen().isEmpty()) {
			return Optional.of(Messages.Wizard_nothing);
		}
		PluginProject project = project();
		for (PluginKind kind : project.kinds()) {
			Optional<Contribution> taken = registry.find(kind.contribution(), project.contributionId(kind));
			if (taken.isPresent()) {
				return Optional.of(NLS.bind(Messages.Wizard_taken, new Object[] { kind.id(), project.contributionId(kind), taken.get().plugin() }));
			}
		}
		return Optional.empty();
	}
}

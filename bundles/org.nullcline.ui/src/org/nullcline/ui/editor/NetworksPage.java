package org.nullcline.ui.editor;

import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.ui.Messages;
import org.nullcline.ui.declaration.Declarations;

/** The population: architectures, sizes and seeds. */
final class NetworksPage extends StudyPage {

	private ParameterForm grid;
	private ChoiceListSection architectures;
	private Label count;

	NetworksPage(StudyEditor editor) {
		super(editor, "networks", Messages.Editor_networks); //$NON-NLS-1$
	}

	@Override
	void createBody(Composite body, FormToolkit toolkit) {
		Composite client = FormSection.create(body, toolkit, Messages.Networks_grid, Messages.Networks_gridDoc, false);
		grid = new ParameterForm(client, toolkit, messages(), Declarations.population(), Set.of(),
				new AttributeValues(document(), Literals.STUDY__POPULATION));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(grid.control());
		count = toolkit.createLabel(client, "", SWT.WRAP); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, false).indent(4, 4).applyTo(count);
		architectures = new ChoiceListSection(this, body, toolkit, Messages.Networks_architectures,
				Messages.Networks_architecturesDoc, ContributionKind.ARCHITECTURE, Literals.STUDY__POPULATION,
				Literals.POPULATION__ARCHITECTURES);
	}

	@Override
	void refresh() {
		grid.refresh();
		architectures.refresh();
		count.setText(GridSize.of(document().study()).words());
	}

	@Override
	boolean concerns(StudyProblem problem) {
		return problem.location().startsWith("population") || problem.location().startsWith("architecture"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	boolean marks(String location) {
		return grid != null && grid.marks(location) || architectures != null && architectures.marks(location);
	}
}

package org.nullcline.ui.editor;

import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.ui.Messages;
import org.nullcline.ui.declaration.Declarations;

/** What is asked of the trained networks. */
final class AnalysesPage extends StudyPage {

	private ParameterForm plan;
	private ChoiceListSection analyses;

	AnalysesPage(StudyEditor editor) {
		super(editor, "analyses", Messages.Editor_analyses); //$NON-NLS-1$
	}

	@Override
	void createBody(Composite body, FormToolkit toolkit) {
		Composite client = FormSection.create(body, toolkit, Messages.Analyses_networks, "", false); //$NON-NLS-1$
		plan = new ParameterForm(client, toolkit, messages(), Declarations.analyses(), Set.of(),
				new AttributeValues(document(), Literals.STUDY__ANALYSES));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(plan.control());
		analyses = new ChoiceListSection(this, body, toolkit, Messages.Editor_analyses, Messages.Analyses_doc,
				ContributionKind.ANALYSIS, Literals.STUDY__ANALYSES, Literals.ANALYSIS_PLAN__ANALYSES);
	}

	@Override
	void refresh() {
		plan.refresh();
		analyses.refresh();
	}

	@Override
	boolean concerns(StudyProblem problem) {
		return problem.location().startsWith("analys"); //$NON-NLS-1$
	}

	@Override
	boolean marks(String location) {
		return analyses != null && (plan.marks(location) || analyses.marks(location));
	}
}

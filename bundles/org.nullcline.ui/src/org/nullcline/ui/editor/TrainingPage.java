package org.nullcline.ui.editor;

import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.ui.Messages;

/** How the networks are trained. */
final class TrainingPage extends StudyPage {

	private ParameterForm plan;
	private ChoiceSection objective;
	private ChoiceSection optimizer;

	TrainingPage(StudyEditor editor) {
		super(editor, "training", Messages.Editor_training); //$NON-NLS-1$
	}

	@Override
	void createBody(Composite body, FormToolkit toolkit) {
		Composite client = FormSection.create(body, toolkit, Messages.Training_plan, "", false); //$NON-NLS-1$
		plan = new ParameterForm(client, toolkit, messages(), Declarations.training(), Set.of(),
				new AttributeValues(document(), Literals.STUDY__TRAINING));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(plan.control());
		objective = new ChoiceSection(this, body, toolkit, Messages.Training_objective, ContributionKind.OBJECTIVE,
				Literals.STUDY__TRAINING, Literals.TRAINING_PLAN__OBJECTIVE);
		optimizer = new ChoiceSection(this, body, toolkit, Messages.Training_optimizer, ContributionKind.OPTIMIZER,
				Literals.STUDY__TRAINING, Literals.TRAINING_PLAN__OPTIMIZER);
	}

	@Override
	void refresh() {
		plan.refresh();
		objective.refresh();
		optimizer.refresh();
	}

	@Override
	boolean concerns(StudyProblem problem) {
		String location = problem.location();
		return location.startsWith("training") || location.startsWith("objective") || location.startsWith("optimizer"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	@Override
	boolean marks(String location) {
		return plan != null
				&& (plan.marks(location) || objective.marks(location) || optimizer.marks(location));
	}
}

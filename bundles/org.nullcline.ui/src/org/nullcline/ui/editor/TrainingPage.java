package org.nullcline.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.ui.Messages;
import org.nullcline.ui.declaration.Declarations;

/** How the networks are trained. */
final class TrainingPage extends StudyPage {

	private final List<ParameterForm> plan = new ArrayList<>();
	private PhasesSection phases;
	private ChoiceSection objective;
	private ChoiceSection optimizer;
	private ChoiceListSection regularizers;
	private ChoiceListSection hooks;

	TrainingPage(StudyEditor editor) {
		super(editor, "training", Messages.Editor_training); //$NON-NLS-1$
	}

	@Override
	void createBody(Composite body, FormToolkit toolkit) {
		new RecipeSection(this, body, toolkit);
		form(body, toolkit, Messages.Training_batches, Declarations.batches());
		form(body, toolkit, Messages.Training_learningRate, Declarations.learningRate());
		form(body, toolkit, Messages.Training_regularization, Declarations.regularization());
		form(body, toolkit, Messages.Training_noise, Declarations.noise());
		form(body, toolkit, Messages.Training_validation, Declarations.validation());
		form(body, toolkit, Messages.Training_checkpoints, Declarations.checkpoints());
		phases = new PhasesSection(this, body, toolkit);
		objective = new ChoiceSection(this, body, toolkit, Messages.Training_objective, ContributionKind.OBJECTIVE,
				Literals.STUDY__TRAINING, Literals.TRAINING_PLAN__OBJECTIVE);
		optimizer = new ChoiceSection(this, body, toolkit, Messages.Training_optimizer, ContributionKind.OPTIMIZER,
				Literals.STUDY__TRAINING, Literals.TRAINING_PLAN__OPTIMIZER);
		regularizers = new ChoiceListSection(this, body, toolkit, Messages.Training_regularizers,
				Messages.Training_regularizersDoc, ContributionKind.REGULARIZER, Literals.STUDY__TRAINING,
				Literals.TRAINING_PLAN__REGULARIZERS);
		hooks = new ChoiceListSection(this, body, toolkit, Messages.Training_hooks, Messages.Training_hooksDoc,
				ContributionKind.HOOK, Literals.STUDY__TRAINING, Literals.TRAINING_PLAN__HOOKS);
	}

	private void form(Composite body, FormToolkit toolkit, String title, List<ParameterDeclaration> parameters) {
		Composite client = FormSection.create(body, toolkit, title, "", false); //$NON-NLS-1$
		ParameterForm form = new ParameterForm(client, toolkit, messages(), parameters, Set.of(),
				new TrainingValues(document()));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(form.control());
		plan.add(form);
	}

	@Override
	void refresh() {
		plan.forEach(ParameterForm::refresh);
		phases.refresh();
		objective.refresh();
		optimizer.refresh();
		regularizers.refresh();
		hooks.refresh();
	}

	@Override
	boolean concerns(StudyProblem problem) {
		String location = problem.location();
		return location.startsWith("training") || location.startsWith("objective") || location.startsWith("optimizer") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				|| location.startsWith("regularizer") || location.startsWith("hook"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	boolean marks(String location) {
		return hooks != null && (plan.stream().anyMatch(form -> form.marks(location)) || phases.marks(location)
				|| objective.marks(location) || optimizer.marks(location)
				|| regularizers.marks(location) || hooks.marks(location));
	}
}

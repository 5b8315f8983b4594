package org.nullcline.ui.editor;

import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.model.TrainingPhase;
import org.nullcline.model.TrainingPlan;
import org.nullcline.ui.Messages;
import org.nullcline.ui.declaration.Declarations;

/** A section with the phases of training and the settings of the selected one. */
final class PhasesSection extends ListSection<TrainingPhase> {

	private final FormToolkit toolkit;
	private final Composite details;
	private ParameterForm form;
	private TrainingPhase shown;

	PhasesSection(StudyPage page, Composite parent, FormToolkit toolkit) {
		super(page, parent, toolkit, Messages.Training_phases, Messages.Training_phasesDoc, "phases", //$NON-NLS-1$
				TrainingPhase.class, Literals.STUDY__TRAINING, Literals.TRAINING_PLAN__PHASES);
		this.toolkit = toolkit;
		details = toolkit.createComposite(client());
		GridLayoutFactory.fillDefaults().applyTo(details);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(details);
	}

	@Override
	void add(Button button) {
		TrainingPhase added = ModelFactory.eINSTANCE.createTrainingPhase();
		int number = elements().size() + 1;
		while (taken(name(number))) {
			number++;
		}
		added.setName(name(number));
		TrainingPlan plan = page().document().study().getTraining();
		if (plan != null && elements().isEmpty()) {
			// The run stays as long as it was.
			added.setSteps(plan.getSteps());
		}
		append(added);
	}

	private static String name(int number) {
		return "phase-" + number; //$NON-NLS-1$
	}

	private boolean taken(String name) {
		return elements().stream().anyMatch(phase -> name.equals(phase.getName()));
	}

	@Override
	String label(TrainingPhase phase) {
		return NLS.bind(Messages.Phase_label, phase.getName(), phase.getSteps());
	}

	@Override
	void show(TrainingPhase phase) {
		if (phase == shown) {
			if (form != null) {
				form.refresh();
			}
			return;
		}
		shown = phase;
		if (form != null) {
			form.dispose();
			form = null;
		}
		if (phase != null) {
			form = new ParameterForm(details, toolkit, page().messages(), Declarations.phase(),
					Set.of(Literals.TRAINING_PHASE__TASK_PARAMETERS.getName(), Literals.TRAINING_PHASE__REGULARIZER_WEIGHTS.getName()), new PhaseValues(page().document(), phase));
			GridDataFactory.fillDefaults().grab(true, false).applyTo(form.control());
		}
		details.requestLayout();
		page().reflow();
	}

	@Override
	boolean marks(String location) {
		return form != null && form.marks(location);
	}
}

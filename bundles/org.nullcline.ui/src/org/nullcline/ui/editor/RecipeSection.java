package org.nullcline.ui.editor;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.Status;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.statushandlers.StatusManager;
import org.nullcline.core.study.TrainingRecipe;
import org.nullcline.core.study.TrainingRecipes;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.Study;
import org.nullcline.ui.Messages;
import org.nullcline.ui.common.AccessibleNames;

/** A section in which settings of training and initialization are taken over from a recipe, as one change. */
final class RecipeSection {

	/** Under this name tests know the list. */
	static final String NAME = "recipe"; //$NON-NLS-1$

	private final StudyPage page;
	private final TrainingRecipes recipes;
	private final List<TrainingRecipe> usable;
	private final Combo combo;
	private final Button apply;
	private final Label description;

	RecipeSection(StudyPage page, Composite parent, FormToolkit toolkit) {
		this.page = page;
		recipes = TrainingRecipes.read(page.editor().registry());
		usable = recipes.all().stream().filter(recipe -> recipe.problem().isEmpty()).toList();
		Composite client = FormSection.create(parent, toolkit, Messages.Recipe_title, Messages.Recipe_doc, false);
		GridLayoutFactory.swtDefaults().numColumns(2).applyTo(client);
		combo = new Combo(client, SWT.DROP_DOWN | SWT.READ_ONLY);
		combo.setItems(usable.stream().map(TrainingRecipe::name).toArray(String[]::new));
		combo.setData(ParameterForm.PARAMETER, NAME);
		AccessibleNames.set(combo, Messages.Recipe_title);
		toolkit.adapt(combo, true, true);
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> show()));
		apply = toolkit.createButton(client, Messages.Recipe_apply, SWT.PUSH);
		apply.setEnabled(false);
		apply.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> apply()));
		description = toolkit.createLabel(client, "", SWT.WRAP); //$NON-NLS-1$
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(420, SWT.DEFAULT).applyTo(description);
	}

	private void show() {
		TrainingRecipe recipe = usable.get(combo.getSelectionIndex());
		String architectures = recipe.architectures().stream().map(part -> part.part().id()).distinct()
				.collect(Collectors.joining(", ")); //$NON-NLS-1$
		description.setText(NLS.bind(Messages.Recipe_description,
				new Object[] { recipe.description(), recipe.reference(), architectures.isEmpty() ? Messages.Recipe_any : architectures }));
		apply.setEnabled(true);
		description.requestLayout();
		page.reflow();
	}

	private void apply() {
		TrainingRecipe recipe = usable.get(combo.getSelectionIndex());
		Study changed = page.editor().copy();
		if (changed.getTraining() == null) {
			changed.setTraining(ModelFactory.eINSTANCE.createTrainingPlan());
		}
		if (changed.getPopulation() == null) {
			changed.setPopulation(ModelFactory.eINSTANCE.createPopulation());
		}
		try {
			recipes.apply(recipe, changed);
			page.document().replace(changed);
		} catch (IllegalArgumentException e) {
			// For example steps, where the run consists of phases.
			StatusManager.getManager().handle(Status.error(NLS.bind(Messages.Recipe_failed, recipe.name(), e.getMessage()), e),
					StatusManager.SHOW);
		}
	}
}

package org.nullcline.ui.editor;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.core.task.TrialTask;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.ui.Messages;

/** The task and its parameters, and what they mean: trials, and the hidden Markov model where the task has one. */
final class TaskPage extends StudyPage {

	/** From this width on, in points, form and preview stand beside each other. */
	private static final int WIDE = 1090;

	private ChoiceSection task;
	private PreviewSection trials;
	private HiddenMarkovSection model;
	private TaskPreview preview;

	TaskPage(StudyEditor editor) {
		super(editor, "task", Messages.Editor_task); //$NON-NLS-1$
	}

	@Override
	void createBody(Composite body, FormToolkit toolkit) {
		Composite columns = toolkit.createComposite(body);
		GridLayoutFactory.fillDefaults().numColumns(1).spacing(12, 8).applyTo(columns);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(columns);
		task = new ChoiceSection(this, columns, toolkit, Messages.Editor_task, ContributionKind.TASK, null, Literals.STUDY__TASK);
		trials = new PreviewSection(columns, toolkit, this::draw);
		model = new HiddenMarkovSection(this, body, toolkit);
		preview = new TaskPreview(body.getDisplay(), PreviewSection.TRIALS, this::show);
		// Of the form, not of its body, which is as wide as what stands in it.
		ScrolledForm form = getManagedForm().getForm();
		form.addListener(SWT.Resize, event -> arrange(columns, form.getClientArea().width));
	}

	@Override
	public void dispose() {
		if (preview != null) {
			preview.dispose();
		}
		super.dispose();
	}

	@Override
	void refresh() {
		task.refresh();
		draw();
	}

	@Override
	boolean concerns(StudyProblem problem) {
		return problem.location().startsWith("task"); //$NON-NLS-1$
	}

	@Override
	boolean marks(String location) {
		return task != null && task.marks(location);
	}

	private void draw() {
		preview.request(TaskPreview.Request.of(document().study().getTask(), trials.seed(), editor().registry()));
	}

	private void show(TaskPreview.Answer answer) {
		trials.show(answer);
		TrialTask made = answer.task().orElse(null);
		if (made instanceof HiddenMarkovTask hidden) {
			model.show(hidden, document().study().getTask());
		} else if (made != null || document().study().getTask() == null) {
			model.hide();
		}
	}

	private void arrange(Composite columns, int width) {
		int wanted = width >= WIDE ? 2 : 1;
		GridLayout layout = (GridLayout) columns.getLayout();
		if (layout.numColumns != wanted) {
			layout.numColumns = wanted;
			columns.requestLayout();
			reflow();
		}
	}
}

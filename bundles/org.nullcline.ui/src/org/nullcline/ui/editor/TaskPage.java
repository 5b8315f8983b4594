package org.nullcline.ui.editor;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.ui.Messages;

/** The task and its parameters. */
final class TaskPage extends StudyPage {

	private ChoiceSection task;

	TaskPage(StudyEditor editor) {
		super(editor, "task", Messages.Editor_task); //$NON-NLS-1$
	}

	@Override
	void createBody(Composite body, FormToolkit toolkit) {
		task = new ChoiceSection(this, body, toolkit, Messages.Editor_task, ContributionKind.TASK, null, Literals.STUDY__TASK);
	}

	@Override
	void refresh() {
		task.refresh();
	}

	@Override
	boolean concerns(StudyProblem problem) {
		return problem.location().startsWith("task"); //$NON-NLS-1$
	}

	@Override
	boolean marks(String location) {
		return task != null && task.marks(location);
	}
}

package org.nullcline.ui.editor;

import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;
import org.nullcline.hmm.HiddenMarkovModel;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.model.Choice;
import org.nullcline.ui.Messages;

/**
 * The hidden Markov model of a task that has one: its diagram and its matrices, which can be edited where the task's
 * parameters can express any model. A change reaches the study as soon as all rows are distributions.
 */
final class HiddenMarkovSection {

	private final StudyPage page;
	private final Section section;
	private final StateDiagram diagram;
	private final ProbabilityTable start;
	private final ProbabilityTable transition;
	private final ProbabilityTable emission;
	private final Label problem;
	private final Button normalize;
	private HiddenMarkovTask task;
	private HiddenMarkovModel model;
	private Choice choice;

	HiddenMarkovSection(StudyPage page, Composite parent, FormToolkit toolkit) {
		this.page = page;
		Composite client = FormSection.create(parent, toolkit, Messages.Model_title, Messages.Model_doc, false);
		section = (Section) client.getParent();
		GridLayoutFactory.swtDefaults().numColumns(2).spacing(14, 6).applyTo(client);
		diagram = new StateDiagram(client);
		toolkit.adapt(diagram);
		GridDataFactory.fillDefaults().hint(360, 330).align(SWT.BEGINNING, SWT.BEGINNING).applyTo(diagram);
		Composite matrices = toolkit.createComposite(client);
		GridLayoutFactory.fillDefaults().applyTo(matrices);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(matrices);
		start = table(matrices, toolkit, Messages.Model_start);
		transition = table(matrices, toolkit, Messages.Model_transition);
		emission = table(matrices, toolkit, Messages.Model_emission);
		Composite foot = toolkit.createComposite(matrices);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(foot);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(foot);
		normalize = toolkit.createButton(foot, Messages.Model_normalize, SWT.PUSH);
		normalize.setEnabled(false);
		normalize.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> normalize()));
		problem = toolkit.createLabel(foot, "", SWT.WRAP); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(problem);
		hide();
	}

	/** Shows the model of a task. What is being edited stays until the study has another model. */
	void show(HiddenMarkovTask newTask, Choice newChoice) {
		task = newTask;
		choice = newChoice;
		HiddenMarkovModel now = newTask.model();
		if (!now.equals(model)) {
			model = now;
			diagram.show(now);
			String[] states = labels(now.states());
			start.show(new String[] { "" }, states, new double[][] { now.start() }); //$NON-NLS-1$
			transition.show(states, states, now.transition());
			emission.show(states, labels(now.symbols()), now.emission());
			say();
		}
		setVisible(true);
	}

	/** The task has none. */
	void hide() {
		model = null;
		setVisible(false);
	}

	private ProbabilityTable table(Composite parent, FormToolkit toolkit, String title) {
		toolkit.createLabel(parent, title);
		return new ProbabilityTable(parent, toolkit, title, this::edited,
				() -> task != null && !task.parametersFor(model).isEmpty());
	}

	private static String[] labels(int count) {
		return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toArray(String[]::new);
	}

	private void setVisible(boolean visible) {
		GridData data = (GridData) section.getLayoutData();
		if (data.exclude == visible) {
			data.exclude = !visible;
			section.setVisible(visible);
			section.requestLayout();
			page.reflow();
		}
		section.setVisible(visible);
		data.exclude = !visible;
	}

	private void edited() {
		say();
		if (normalize.isEnabled()) {
			return;
		}
		HiddenMarkovModel changed = new HiddenMarkovModel(start.matrix()[0], transition.matrix(), emission.matrix());
		model = changed;
		diagram.show(changed);
		page.document().setParameters(choice, task.parametersFor(changed));
	}

	private void normalize() {
		start.normalize();
		transition.normalize();
		emission.normalize();
		edited();
	}

	/** Says which row is no distribution; then the study still has the model before. */
	private void say() {
		String words = words(start, Messages.Model_start);
		words = words.isEmpty() ? words(transition, Messages.Model_transition) : words;
		words = words.isEmpty() ? words(emission, Messages.Model_emission) : words;
		normalize.setEnabled(!words.isEmpty());
		problem.setText(words);
		problem.requestLayout();
	}

	private static String words(ProbabilityTable table, String title) {
		int row = table.firstInvalid();
		return row == 0 ? "" //$NON-NLS-1$
				: NLS.bind(Messages.Model_notOne, new Object[] { title, row, String.format("%.4g", table.sum(row)) }); //$NON-NLS-1$
	}
}

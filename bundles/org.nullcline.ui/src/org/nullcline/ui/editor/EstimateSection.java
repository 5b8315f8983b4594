package org.nullcline.ui.editor;

import java.io.File;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.model.Study;
import org.nullcline.trainer.TrainingEstimate;
import org.nullcline.ui.Messages;
import org.nullcline.ui.PreferenceDefaults;

/** A section that says how long the training of the study will take here and what it leaves on the disk; measured when asked for. */
final class EstimateSection {

	/** Under this name tests know the answer. */
	static final String NAME = "estimate"; //$NON-NLS-1$

	private final StudyPage page;
	private final Button button;
	private final Label answer;
	/** What was measured, or null. */
	private Study measured;
	private String text = ""; //$NON-NLS-1$
	private boolean running;

	EstimateSection(StudyPage page, Composite parent, FormToolkit toolkit) {
		this.page = page;
		Composite client = FormSection.create(parent, toolkit, Messages.Estimate_title, Messages.Estimate_doc, false);
		button = toolkit.createButton(client, Messages.Estimate_button, SWT.PUSH);
		button.setToolTipText(TrainingEstimate.METHOD);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> start()));
		answer = toolkit.createLabel(client, "", SWT.WRAP); //$NON-NLS-1$
		answer.setData(ParameterForm.PARAMETER, NAME);
		GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).indent(4, 0).applyTo(answer);
	}

	/** The study may have changed: an estimate of another study says that it is one. */
	void changed() {
		if (running || text.isEmpty()) {
			return;
		}
		say(EcoreUtil.equals(measured, page.document().study()) ? text : NLS.bind(Messages.Estimate_outdated, text));
	}

	private void start() {
		Study study = EcoreUtil.copy(page.document().study());
		running = true;
		button.setEnabled(false);
		say(Messages.Estimate_measuring);
		Display display = button.getDisplay();
		File disk = page.editor().file().getProject().getLocation().toFile();
		Job job = new Job(NLS.bind(Messages.Estimate_job, study.getName())) {

			@Override
			protected IStatus run(IProgressMonitor monitor) {
				String found = estimate(study, disk);
				if (!display.isDisposed()) {
					display.asyncExec(() -> show(study, found));
				}
				return Status.OK_STATUS;
			}
		};
		job.schedule();
	}

	private String estimate(Study study, File disk) {
		try {
			StudyPlan plan = StudyValidator.plan(study, page.editor().registry(), study.getName());
			int jobs = PreferenceDefaults.jobs();
			String free = String.format(Locale.ROOT, "%.1f GB", disk.getUsableSpace() * 1e-9); //$NON-NLS-1$
			return NLS.bind(Messages.Estimate_answer,
					new Object[] { plan.networks().size(), TrainingEstimate.measure(plan).text(jobs), free });
		} catch (InvalidStudyException e) {
			return Messages.Estimate_invalid;
		} catch (ContributionException | RuntimeException | LinkageError e) {
			return NLS.bind(Messages.Estimate_failed, e.getMessage() == null ? e : e.getMessage());
		}
	}

	private void show(Study study, String found) {
		running = false;
		if (answer.isDisposed()) {
			return;
		}
		button.setEnabled(true);
		measured = study;
		text = found;
		changed();
	}

	private void say(String words) {
		if (!words.equals(answer.getText())) {
			answer.setText(words);
			answer.requestLayout();
			page.reflow();
		}
	}
}

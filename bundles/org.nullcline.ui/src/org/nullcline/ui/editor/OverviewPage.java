package org.nullcline.ui.editor;

import java.util.List;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.model.Study;
import org.nullcline.ui.Images;
import org.nullcline.ui.Messages;
import org.nullcline.ui.declaration.Declarations;
import org.nullcline.ui.common.AccessibleNames;

/** Name, description and seed of the study, and everything that is wrong with it. */
final class OverviewPage extends StudyPage {

	static final String ID = "overview"; //$NON-NLS-1$

	private ParameterForm form;
	private Label summary;
	private EstimateSection estimate;
	private Table problems;
	private FixMenu fixes;
	private Button fix;
	private ResourceManager images;

	OverviewPage(StudyEditor editor) {
		super(editor, ID, Messages.Editor_overview);
	}

	@Override
	void createBody(Composite body, FormToolkit toolkit) {
		images = new LocalResourceManager(JFaceResources.getResources(), body);
		Composite general = FormSection.create(body, toolkit, Messages.Overview_study, "", false); //$NON-NLS-1$
		form = new ParameterForm(general, toolkit, messages(), Declarations.study(), Set.of("description"), //$NON-NLS-1$
				new AttributeValues(document(), null));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(form.control());
		summary = toolkit.createLabel(general, "", SWT.WRAP); //$NON-NLS-1$
		GridDataFactory.fillDefaults().grab(true, false).indent(4, 4).applyTo(summary);
		estimate = new EstimateSection(this, body, toolkit);
		Composite validation = FormSection.create(body, toolkit, Messages.Overview_problems, Messages.Overview_problemsDoc, true);
		problems = toolkit.createTable(validation, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
		AccessibleNames.set(problems, Messages.Overview_problems);
		GridDataFactory.fillDefaults().grab(true, true).hint(400, 140).applyTo(problems);
		problems.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> editor()
				.reveal(((StudyProblem) event.item.getData()).location(), 0)));
		fixes = new FixMenu(editor(), problems);
		fix = toolkit.createButton(validation, Messages.Fix_button, SWT.PUSH);
		fix.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> fixes.open()));
		problems.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> enableFix()));
		enableFix();
	}

	@Override
	void refresh() {
		form.refresh();
		Study study = document().study();
		int analyses = study.getAnalyses() == null ? 0 : study.getAnalyses().getAnalyses().size();
		summary.setText(NLS.bind(Messages.Overview_summary, GridSize.of(study).networks(), analyses));
		estimate.changed();
	}

	@Override
	boolean concerns(StudyProblem problem) {
		return true;
	}

	@Override
	boolean marks(String location) {
		return form != null && form.marks(location);
	}

	@Override
	void show(List<StudyProblem> found) {
		super.show(found);
		if (problems == null || problems.isDisposed()) {
			return;
		}
		String before = problems.getSelectionIndex() < 0 ? "" : problems.getSelection()[0].getText(); //$NON-NLS-1$
		problems.removeAll();
		for (StudyProblem problem : found) {
			TableItem item = new TableItem(problems, SWT.NONE);
			item.setText(problem.toString());
			item.setImage(images.get(Images.icon("problem"))); //$NON-NLS-1$
			item.setData(problem);
			if (item.getText().equals(before)) {
				problems.setSelection(item);
			}
		}
		enableFix();
	}

	/** The proposals for the selected problem, as the command Quick Fix shows them. */
	void openFixes() {
		if (fixes != null) {
			fixes.open();
		}
	}

	private void enableFix() {
		fix.setEnabled(problems.getSelectionIndex() >= 0 || problems.getItemCount() == 1);
	}
}

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
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.model.Population;
import org.nullcline.model.Study;
import org.nullcline.ui.Images;
import org.nullcline.ui.Messages;
import org.nullcline.ui.common.AccessibleNames;

/** Name, description and seed of the study, and everything that is wrong with it. */
final class OverviewPage extends StudyPage {

	private ParameterForm form;
	private Label summary;
	private Table problems;
	private ResourceManager images;

	OverviewPage(StudyEditor editor) {
		super(editor, "overview", Messages.Editor_overview); //$NON-NLS-1$
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
		Composite validation = FormSection.create(body, toolkit, Messages.Overview_problems, Messages.Overview_problemsDoc, true);
		problems = toolkit.createTable(validation, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
		AccessibleNames.set(problems, Messages.Overview_problems);
		GridDataFactory.fillDefaults().grab(true, true).hint(400, 140).applyTo(problems);
		problems.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> editor()
				.reveal(((StudyProblem) event.item.getData()).location(), 0)));
	}

	@Override
	void refresh() {
		form.refresh();
		Study study = document().study();
		Population population = study.getPopulation();
		int networks = population == null ? 0
				: population.getArchitectures().size() * population.getSizes().size()
						* Math.max(1, population.getL2().size()) * Math.max(0, population.getSeeds());
		int analyses = study.getAnalyses() == null ? 0 : study.getAnalyses().getAnalyses().size();
		summary.setText(NLS.bind(Messages.Overview_summary, networks, analyses));
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
		problems.removeAll();
		for (StudyProblem problem : found) {
			TableItem item = new TableItem(problems, SWT.NONE);
			item.setText(problem.toString());
			item.setImage(images.get(Images.icon("problem"))); //$NON-NLS-1$
			item.setData(problem);
		}
	}
}

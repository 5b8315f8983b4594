package org.nullcline.ui.wizards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.ui.Messages;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.wizards.StudyTemplates.Example;

/** The page on which a new study is described: an example, or task, architectures, sizes and seeds. */
final class StudySourcePage extends WizardPage {

	private final ContributionRegistry registry = ContributionRegistry.read();
	private final List<Example> examples;
	private final List<Contribution> tasks = StudyTemplates.usable(registry, ContributionKind.TASK);
	private final List<Control> exampleControls = new ArrayList<>();
	private final List<Control> ownControls = new ArrayList<>();
	private Button fromExample;
	private Combo example;
	private Label exampleDescription;
	private Combo task;
	private Table architectures;
	private Table analyses;
	private Text sizes;
	private Spinner seeds;

	/**
	 * @param withSeries whether examples of several files are offered
	 */
	StudySourcePage(boolean withSeries) {
		super("study", Messages.Wizard_study, null); //$NON-NLS-1$
		examples = StudyTemplates.examples().stream().filter(each -> withSeries || !each.isSeries()).toList();
		setDescription(Messages.Wizard_studyDescription);
	}

	@Override
	public void createControl(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).applyTo(body);
		createExample(body);
		createOwn(body);
		boolean any = !examples.isEmpty();
		fromExample.setEnabled(any);
		fromExample.setSelection(any);
		((Button) body.getData("own")).setSelection(!any); //$NON-NLS-1$
		setControl(body);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.nullcline.help.wizard"); //$NON-NLS-1$
		update();
	}

	/** The content of the file of the study that is described. */
	byte[] content(String name) {
		if (fromExample.getSelection()) {
			return chosen().content();
		}
		return StudyFiles.write(StudyTemplates.compose(registry, name, tasks.get(task.getSelectionIndex()).id(),
				checked(architectures), numbers(), seeds.getSelection(), checked(analyses)));
	}

	/** All files that are to be made, by name; the first is the study or the series itself. */
	Map<String, byte[]> files(String name) {
		return fromExample.getSelection() ? chosen().files() : Map.of(StudyOpener.withExtension(name), content(name));
	}

	private void createExample(Composite body) {
		fromExample = new Button(body, SWT.RADIO);
		fromExample.setText(Messages.Wizard_fromExample);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(fromExample);
		fromExample.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> update()));
		label(body, Messages.Wizard_example, exampleControls);
		example = new Combo(body, SWT.DROP_DOWN | SWT.READ_ONLY);
		example.setItems(examples.stream().map(Example::title).toArray(String[]::new));
		example.select(0);
		example.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> update()));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(example);
		exampleControls.add(example);
		exampleDescription = new Label(body, SWT.WRAP);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(460, 54).indent(20, 0).applyTo(exampleDescription);
		exampleControls.add(exampleDescription);
	}

	private void createOwn(Composite body) {
		Button own = new Button(body, SWT.RADIO);
		own.setText(Messages.Wizard_own);
		body.setData("own", own); //$NON-NLS-1$
		GridDataFactory.fillDefaults().span(2, 1).applyTo(own);
		label(body, Messages.Editor_task, ownControls);
		task = new Combo(body, SWT.DROP_DOWN | SWT.READ_ONLY);
		task.setItems(tasks.stream().map(Contribution::name).toArray(String[]::new));
		task.select(0);
		task.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			checkSuitable();
			update();
		}));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(task);
		ownControls.add(task);
		architectures = table(body, Messages.Networks_architectures, ContributionKind.ARCHITECTURE, true);
		label(body, Messages.Population_sizes, ownControls);
		sizes = new Text(body, SWT.BORDER | SWT.SINGLE);
		sizes.setText("64"); //$NON-NLS-1$
		sizes.setToolTipText(Messages.Population_sizesDoc);
		sizes.addModifyListener(event -> update());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(sizes);
		ownControls.add(sizes);
		label(body, Messages.Population_seeds, ownControls);
		seeds = new Spinner(body, SWT.BORDER);
		seeds.setValues(4, 1, 10_000, 0, 1, 10);
		seeds.setToolTipText(Messages.Population_seedsDoc);
		ownControls.add(seeds);
		analyses = table(body, Messages.Editor_analyses, ContributionKind.ANALYSIS, true);
		checkSuitable();
	}

	/** Not every analysis has something to say about every task; the user may still ask for it. */
	private void checkSuitable() {
		if (!tasks.isEmpty()) {
			Set<String> suitable = StudyTemplates.suitableAnalyses(registry, tasks.get(task.getSelectionIndex()).id());
			Arrays.stream(analyses.getItems()).forEach(item -> item.setChecked(suitable.contains(item.getData())));
		}
	}

	private Table table(Composite body, String label, ContributionKind kind, boolean checked) {
		Label before = label(body, label, ownControls);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(20, 0).applyTo(before);
		Table table = new Table(body, SWT.CHECK | SWT.BORDER | SWT.V_SCROLL);
		for (Contribution contribution : StudyTemplates.usable(registry, kind)) {
			TableItem item = new TableItem(table, SWT.NONE);
			item.setText(contribution.name());
			item.setData(contribution.id());
			item.setChecked(checked);
		}
		AccessibleNames.set(table, label);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> update()));
		GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 84).applyTo(table);
		ownControls.add(table);
		return table;
	}

	private static Label label(Composite body, String text, List<Control> controls) {
		Label label = new Label(body, SWT.NONE);
		label.setText(text);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(20, 0).applyTo(label);
		controls.add(label);
		return label;
	}

	private void update() {
		boolean useExample = fromExample.getSelection();
		exampleControls.forEach(control -> control.setEnabled(useExample));
		ownControls.forEach(control -> control.setEnabled(!useExample));
		exampleDescription.setText(examples.isEmpty() ? "" : chosen().description()); //$NON-NLS-1$
		setErrorMessage(useExample ? null : problem());
		setPageComplete(useExample || problem() == null);
	}

	private String problem() {
		if (tasks.isEmpty()) {
			return Messages.Wizard_noTask;
		}
		if (checked(architectures).isEmpty()) {
			return Messages.Wizard_noArchitecture;
		}
		try {
			List<Integer> given = numbers();
			return given.isEmpty() || given.stream().anyMatch(size -> size < 1 || size > 4096) ? Messages.Wizard_badSizes : null;
		} catch (NumberFormatException e) {
			return Messages.Wizard_badSizes;
		}
	}

	private Example chosen() {
		return examples.get(Math.max(0, example.getSelectionIndex()));
	}

	private List<Integer> numbers() {
		return Arrays.stream(sizes.getText().split("[,\\s]+")).filter(text -> !text.isEmpty()).map(Integer::valueOf).distinct() //$NON-NLS-1$
				.toList();
	}

	private static List<String> checked(Table table) {
		return Arrays.stream(table.getItems()).filter(TableItem::getChecked).map(item -> (String) item.getData()).toList();
	}
}

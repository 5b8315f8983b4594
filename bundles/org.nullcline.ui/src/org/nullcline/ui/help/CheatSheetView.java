package org.nullcline.ui.help;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.nullcline.ui.FormTheme;
import org.nullcline.ui.Messages;

/** A cheat sheet: one step is open; what it asks for is carried out by a button, or by hand and then checked off. */
public class CheatSheetView extends ViewPart {

	public static final String ID = "org.nullcline.ui.help.sheets"; //$NON-NLS-1$

	private static final String NAME = "sheet"; //$NON-NLS-1$
	private static final String STEP = "step"; //$NON-NLS-1$

	private FormToolkit toolkit;
	private ScrolledForm form;
	private String name = "first-study"; //$NON-NLS-1$
	private CheatSheet sheet;
	private int current;
	private final List<Section> sections = new ArrayList<>();

	@Override
	public void init(IViewSite site, IMemento memento) throws PartInitException {
		super.init(site, memento);
		if (memento != null && memento.getString(NAME) != null) {
			name = memento.getString(NAME);
			Integer step = memento.getInteger(STEP);
			current = step == null ? 0 : step;
		}
	}

	@Override
	public void saveState(IMemento memento) {
		memento.putString(NAME, name);
		memento.putInteger(STEP, current);
	}

	@Override
	public void createPartControl(Composite parent) {
		toolkit = FormTheme.toolkit(parent.getDisplay());
		form = toolkit.createScrolledForm(parent);
		GridLayoutFactory.swtDefaults().margins(8, 6).applyTo(form.getBody());
		show(name, current);
	}

	@Override
	public void setFocus() {
		form.setFocus();
	}

	@Override
	public void dispose() {
		if (toolkit != null) {
			toolkit.dispose();
		}
		super.dispose();
	}

	/** Shows a sheet from its beginning. */
	public void show(String newName) {
		show(newName, 0);
	}

	/** How many steps are done. */
	public int done() {
		return current;
	}

	private void show(String newName, int step) {
		try {
			sheet = CheatSheet.read(newName);
		} catch (IOException e) {
			StatusManager.getManager().handle(Status.error(e.getMessage(), e), StatusManager.SHOW | StatusManager.LOG);
			return;
		}
		name = newName;
		current = Math.clamp(step, 0, sheet.steps().size());
		build();
	}

	private void build() {
		Composite body = form.getBody();
		for (var child : body.getChildren()) {
			child.dispose();
		}
		sections.clear();
		form.setText(sheet.title());
		Label introduction = toolkit.createLabel(body, sheet.introduction(), SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(introduction);
		for (int i = 0; i < sheet.steps().size(); i++) {
			step(body, i);
		}
		if (current == sheet.steps().size()) {
			Label done = toolkit.createLabel(body, Messages.Sheet_done, SWT.WRAP);
			GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(done);
			Button again = toolkit.createButton(body, Messages.Sheet_again, SWT.PUSH);
			again.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> go(0)));
		}
		body.requestLayout();
		form.reflow(true);
	}

	private void step(Composite body, int index) {
		CheatSheet.Step step = sheet.steps().get(index);
		Section section = toolkit.createSection(body, ExpandableComposite.TWISTIE | ExpandableComposite.TITLE_BAR
				| (index == current ? ExpandableComposite.EXPANDED : ExpandableComposite.COMPACT));
		section.setText(NLS.bind(index < current ? Messages.Sheet_stepDone : Messages.Sheet_step, index + 1, step.title()));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
		Composite client = toolkit.createComposite(section);
		GridLayoutFactory.swtDefaults().numColumns(3).applyTo(client);
		section.setClient(client);
		Label description = toolkit.createLabel(client, step.description(), SWT.WRAP);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(200, SWT.DEFAULT).applyTo(description);
		step.command().ifPresent(command -> button(client, Messages.Sheet_perform, () -> perform(command, index)));
		button(client, step.command().isPresent() ? Messages.Sheet_skip : Messages.Sheet_check, () -> go(index + 1));
		sections.add(section);
	}

	private void button(Composite parent, String label, Runnable pressed) {
		Button button = toolkit.createButton(parent, label, SWT.PUSH);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> pressed.run()));
	}

	private void go(int step) {
		current = step;
		build();
		if (step < sections.size()) {
			sections.get(step).setFocus();
			form.showControl(sections.get(step));
		}
	}

	private void perform(String serialization, int index) {
		try {
			var command = getSite().getService(ICommandService.class).deserialize(serialization);
			getSite().getService(IHandlerService.class).executeCommand(command, null);
			if (!form.isDisposed()) {
				go(index + 1);
			}
		} catch (CommandException e) {
			// For example Run, while no study is open.
			ILog.of(getClass()).info(serialization, e);
			StatusManager.getManager().handle(Status.warning(NLS.bind(Messages.Sheet_impossible, sheet.steps().get(index).title()), e),
					StatusManager.SHOW);
		}
	}
}

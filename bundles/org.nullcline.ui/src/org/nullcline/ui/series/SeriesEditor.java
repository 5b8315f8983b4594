package org.nullcline.ui.series;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.action.ContributionManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.ResourceUtil;
import org.eclipse.ui.menus.IMenuService;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.SeriesFiles;
import org.nullcline.ui.FormTheme;
import org.nullcline.ui.Messages;
import org.nullcline.ui.common.AccessibleNames;

/** The editor of a series: its name, its description, and its studies in their order. */
public class SeriesEditor extends EditorPart {

	public static final String ID = "org.nullcline.ui.seriesEditor"; //$NON-NLS-1$

	private static final String TOOLBAR = "toolbar:org.nullcline.ui.editor.form"; //$NON-NLS-1$

	private final SeriesDocument document = new SeriesDocument(this::changed);
	private FormToolkit toolkit;
	private ScrolledForm form;
	/** Of the form, which makes another one when it is asked after its disposal. */
	private ContributionManager toolBar;
	private Text name;
	private Text description;
	private MembersTable members;
	private Step undo;
	private Step redo;
	private boolean refreshing;

	/** Undo or redo. */
	private static final class Step extends AbstractHandler {

		private final BooleanSupplier possible;
		private final Runnable work;

		Step(BooleanSupplier possible, Runnable work) {
			this.possible = possible;
			this.work = work;
		}

		@Override
		public Object execute(ExecutionEvent event) {
			work.run();
			return null;
		}

		void update() {
			setBaseEnabled(possible.getAsBoolean());
		}
	}

	@Override
	public void init(IEditorSite site, IEditorInput input) throws PartInitException {
		IFile file = ResourceUtil.getFile(input);
		if (file == null) {
			throw new PartInitException(NLS.bind(Messages.Editor_noFile, input.getName()));
		}
		setSite(site);
		setInput(input);
		setPartName(file.getName());
		undo = new Step(document::canUndo, document::undo);
		redo = new Step(document::canRedo, document::redo);
		IHandlerService handlers = site.getService(IHandlerService.class);
		handlers.activateHandler(IWorkbenchCommandConstants.EDIT_UNDO, undo);
		handlers.activateHandler(IWorkbenchCommandConstants.EDIT_REDO, redo);
		try (InputStream in = file.getContents(true)) {
			document.load(in.readAllBytes(), file.getName());
		} catch (CoreException | IOException | InvalidStudyException e) {
			throw new PartInitException(Status.error(NLS.bind(Messages.Editor_notRead, file.getName()) + ": " + e.getMessage(), e)); //$NON-NLS-1$
		}
	}

	@Override
	public void createPartControl(Composite parent) {
		toolkit = FormTheme.toolkit(parent.getDisplay());
		form = toolkit.createScrolledForm(parent);
		form.setText(Messages.Series_title);
		FormTheme.decorate(toolkit, form.getForm());
		toolBar = (ContributionManager) form.getToolBarManager();
		getSite().getService(IMenuService.class).populateContributionManager(toolBar, TOOLBAR);
		toolBar.update(true);
		Composite body = form.getBody();
		GridLayoutFactory.swtDefaults().margins(10, 8).numColumns(2).spacing(14, 6).applyTo(body);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.nullcline.help.series"); //$NON-NLS-1$
		name = field(body, Messages.Study_name, SWT.SINGLE);
		name.addModifyListener(event -> edited(() -> document.change(name, series -> series.setName(name.getText()))));
		description = field(body, Messages.Study_description, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
		description.addModifyListener(
				event -> edited(() -> document.change(description, series -> series.setDescription(description.getText()))));
		label(body, Messages.Series_members);
		members = new MembersTable(body, toolkit, document, ResourceUtil.getFile(getEditorInput()).getParent());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(members.control());
		toolkit.paintBordersFor(body);
		changed();
	}

	@Override
	public void setFocus() {
		name.setFocus();
	}

	@Override
	public void dispose() {
		if (form != null) {
			getSite().getService(IMenuService.class).releaseContributions(toolBar);
			toolkit.dispose();
		}
		super.dispose();
	}

	@Override
	public boolean isDirty() {
		return document.isDirty();
	}

	@Override
	public boolean isSaveAsAllowed() {
		return false;
	}

	@Override
	public void doSaveAs() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		IFile file = ResourceUtil.getFile(getEditorInput());
		try {
			file.setContents(SeriesFiles.write(document.series()), true, true, monitor);
			document.saved();
		} catch (CoreException e) {
			monitor.setCanceled(true);
			StatusManager.getManager().handle(Status.error(NLS.bind(Messages.Editor_notSaved, file.getName()), e),
					StatusManager.SHOW | StatusManager.LOG);
		}
	}

	private void label(Composite parent, String text) {
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 4).applyTo(toolkit.createLabel(parent, text));
	}

	private Text field(Composite parent, String label, int style) {
		label(parent, label);
		Text text = toolkit.createText(parent, "", style); //$NON-NLS-1$
		AccessibleNames.set(text, label);
		GridDataFactory.fillDefaults().grab(true, false).hint(280, (style & SWT.MULTI) == 0 ? SWT.DEFAULT : 70).applyTo(text);
		return text;
	}

	private void edited(Runnable change) {
		if (!refreshing) {
			change.run();
		}
	}

	private void changed() {
		undo.update();
		redo.update();
		if (form == null || form.isDisposed()) {
			return;
		}
		refreshing = true;
		try {
			show(name, document.series().getName());
			show(description, document.series().getDescription());
			members.refresh();
		} finally {
			refreshing = false;
		}
		firePropertyChange(PROP_DIRTY);
	}

	private static void show(Text field, String value) {
		String text = value == null ? "" : value; //$NON-NLS-1$
		if (!field.getText().equals(text)) {
			field.setText(text);
		}
	}
}

package org.nullcline.ui.editor;

import java.util.List;

import org.eclipse.jface.action.ContributionManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.IMessageManager;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.menus.IMenuService;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.ui.FormTheme;

/** A page of the study editor: shows its part of the study again whenever the study changes. */
abstract class StudyPage extends FormPage {

	private static final String TOOLBAR = "toolbar:org.nullcline.ui.editor.form"; //$NON-NLS-1$

	private final StudyEditor editor;
	private List<String> shown = List.of();
	private IToolBarManager toolbar;

	StudyPage(StudyEditor editor, String id, String title) {
		super(editor, id, title);
		this.editor = editor;
	}

	@Override
	public void createPartControl(Composite parent) {
		// Pages are made when they are first shown; the theme may have changed since the editor was opened.
		FormTheme.adopt(editor.getToolkit());
		super.createPartControl(parent);
	}

	@Override
	protected final void createFormContent(IManagedForm managedForm) {
		ScrolledForm form = managedForm.getForm();
		FormToolkit toolkit = managedForm.getToolkit();
		form.setText(getTitle());
		FormTheme.decorate(toolkit, form.getForm());
		toolbar = form.getToolBarManager();
		getSite().getService(IMenuService.class)
				.populateContributionManager((ContributionManager) toolbar, TOOLBAR);
		toolbar.update(true);
		GridLayoutFactory.swtDefaults().margins(10, 8).applyTo(form.getBody());
		// The messages name their fields themselves.
		messages().setMessagePrefixProvider(null);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(form.getBody(), "org.nullcline.help.editor_" + getId()); //$NON-NLS-1$
		createBody(form.getBody(), toolkit);
		// Style sheets reach a page that is made later than its editor, and take away the colour of its heading.
		form.getDisplay().asyncExec(() -> {
			if (!form.isDisposed()) {
				FormTheme.decorate(toolkit, form.getForm());
			}
		});
		refresh();
		show(editor.problems());
	}

	@Override
	public void dispose() {
		if (toolbar != null) {
			getSite().getService(IMenuService.class).releaseContributions((ContributionManager) toolbar);
		}
		super.dispose();
	}

	/** Makes the controls of the page. */
	abstract void createBody(Composite body, FormToolkit toolkit);

	/** Shows the study as it is now; only called when there are controls. */
	abstract void refresh();

	/** Whether a problem belongs on this page. */
	abstract boolean concerns(StudyProblem problem);

	/** Whether a form of the page marks a location already. */
	boolean marks(String location) {
		return false;
	}

	/** Shows what the validator says of this page. */
	void show(List<StudyProblem> problems) {
		if (getManagedForm() == null) {
			return;
		}
		IMessageManager messages = messages();
		messages.setAutoUpdate(false);
		shown.forEach(messages::removeMessage);
		List<StudyProblem> mine = problems.stream().filter(this::concerns).filter(problem -> !marks(problem.location())).toList();
		mine.forEach(problem -> messages.addMessage(problem.toString(), problem.toString(), null, IMessageProvider.ERROR));
		shown = mine.stream().map(StudyProblem::toString).toList();
		messages.setAutoUpdate(true);
	}

	final boolean created() {
		return getManagedForm() != null && !getManagedForm().getForm().isDisposed();
	}

	final StudyEditor editor() {
		return editor;
	}

	final StudyDocument document() {
		return editor.document();
	}

	final IMessageManager messages() {
		return getManagedForm().getMessageManager();
	}

	final void reflow() {
		getManagedForm().reflow(true);
	}
}

package org.nullcline.ui.welcome;

import java.util.Map;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.IntroPart;
import org.nullcline.ui.FormTheme;
import org.nullcline.ui.Messages;

/** What somebody sees who opens the workbench for the first time: how to begin, in three columns. Each link is a command. */
public class WelcomePart extends IntroPart {

	private static final String NEW = "org.eclipse.ui.newWizard"; //$NON-NLS-1$
	private static final String SHEET = "org.nullcline.ui.commands.sheet"; //$NON-NLS-1$
	private static final String HELP = "org.nullcline.ui.commands.guide"; //$NON-NLS-1$

	/** The platform's view that shows this page. */
	private static final String INTRO_VIEW = "org.eclipse.ui.internal.introview"; //$NON-NLS-1$

	private final IPartListener2 others = new IPartListener2() {

		@Override
		public void partActivated(IWorkbenchPartReference part) {
			activated(part);
		}
	};
	private FormToolkit toolkit;
	private ScrolledForm form;

	@Override
	public void createPartControl(Composite parent) {
		toolkit = FormTheme.toolkit(parent.getDisplay());
		form = toolkit.createScrolledForm(parent);
		form.setText(Messages.Welcome_title);
		FormTheme.decorate(toolkit, form.getForm());
		Composite body = form.getBody();
		GridLayoutFactory.swtDefaults().margins(40, 24).spacing(40, 18).numColumns(3).equalWidth(true).applyTo(body);
		Label words = toolkit.createLabel(body, Messages.Welcome_words, SWT.WRAP);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(500, SWT.DEFAULT).applyTo(words);
		Composite begin = column(body, Messages.Welcome_begin);
		link(begin, Messages.Welcome_project, Messages.Welcome_projectDoc, NEW,
				Map.of("newWizardId", "org.nullcline.ui.wizards.newProject")); //$NON-NLS-1$ //$NON-NLS-2$
		link(begin, Messages.Welcome_import, Messages.Welcome_importDoc, "org.eclipse.ui.file.import", Map.of()); //$NON-NLS-1$
		Composite learn = column(body, Messages.Welcome_learn);
		sheet(learn, "first-study", Messages.Welcome_firstStudy, Messages.Welcome_firstStudyDoc); //$NON-NLS-1$
		sheet(learn, "compare-architectures", Messages.Welcome_compare, Messages.Welcome_compareDoc); //$NON-NLS-1$
		sheet(learn, "write-plug-in", Messages.Welcome_plugin, Messages.Welcome_pluginDoc); //$NON-NLS-1$
		Composite read = column(body, Messages.Welcome_read);
		page(read, "index", Messages.Welcome_guide, Messages.Welcome_guideDoc); //$NON-NLS-1$
		page(read, "universality", Messages.Welcome_universality, Messages.Welcome_universalityDoc); //$NON-NLS-1$
		page(read, "hidden-markov", Messages.Welcome_hmm, Messages.Welcome_hmmDoc); //$NON-NLS-1$
		Hyperlink close = toolkit.createHyperlink(body, Messages.Welcome_workbench, SWT.NONE);
		GridDataFactory.fillDefaults().span(3, 1).indent(0, 16).applyTo(close);
		close.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(event -> close()));
	}

	@Override
	public void standbyStateChanged(boolean standby) {
		// The page is the same in both states, only narrower.
		form.reflow(true);
	}

	@Override
	public void setFocus() {
		form.setFocus();
		// Not before this page is in front: until then the parts behind it come up.
		getIntroSite().getPage().addPartListener(others);
	}

	@Override
	public void dispose() {
		getIntroSite().getPage().removePartListener(others);
		if (toolkit != null) {
			toolkit.dispose();
		}
		super.dispose();
	}

	/** What a command opens must not stay hidden behind this page. */
	private void activated(IWorkbenchPartReference part) {
		if (!part.getId().equals(INTRO_VIEW)) {
			PlatformUI.getWorkbench().getDisplay().asyncExec(this::close);
		}
	}

	private Composite column(Composite parent, String title) {
		Composite column = toolkit.createComposite(parent);
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(column);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(column);
		Label label = toolkit.createLabel(column, title);
		label.setFont(org.eclipse.jface.resource.JFaceResources.getHeaderFont());
		return column;
	}

	private void sheet(Composite column, String id, String title, String words) {
		link(column, title, words, SHEET, Map.of("org.nullcline.ui.commands.sheet.name", id)); //$NON-NLS-1$
	}

	private void page(Composite column, String name, String title, String words) {
		link(column, title, words, HELP, Map.of("org.nullcline.ui.commands.guide.page", name)); //$NON-NLS-1$
	}

	private void link(Composite column, String title, String words, String command, Map<String, String> parameters) {
		Hyperlink link = toolkit.createHyperlink(column, title, SWT.NONE);
		GridDataFactory.fillDefaults().indent(0, 10).applyTo(link);
		Label label = toolkit.createLabel(column, words, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(220, SWT.DEFAULT).applyTo(label);
		link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(event -> follow(command, parameters)));
	}

	/** The page makes room for what the link opens. */
	private void follow(String id, Map<String, String> parameters) {
		var window = getIntroSite().getWorkbenchWindow();
		close();
		Command command = window.getService(ICommandService.class).getCommand(id);
		try {
			window.getService(IHandlerService.class)
					.executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
		} catch (CommandException e) {
			ILog.of(getClass()).error(id, e);
		}
	}

	private void close() {
		PlatformUI.getWorkbench().getIntroManager().closeIntro(this);
	}
}

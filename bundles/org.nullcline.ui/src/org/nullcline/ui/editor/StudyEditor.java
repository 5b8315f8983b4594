package org.nullcline.ui.editor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.emf.edit.domain.IEditingDomainProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.ide.ResourceUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.nullcline.core.registry.ContributionChanges;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.model.Study;
import org.nullcline.ui.Messages;
import org.nullcline.ui.common.Coalescer;

/** The editor of a study. */
public class StudyEditor extends FormEditor implements IEditingDomainProvider, IGotoMarker {

	public static final String ID = "org.nullcline.ui.editor"; //$NON-NLS-1$

	/** How long, in milliseconds, several changes of contributions are taken as one. */
	private static final int RENEWAL = 100;

	/** The platform's command, which has its name from where it was first. */
	private static final String QUICK_FIX = "org.eclipse.jdt.ui.edit.text.java.correction.assist.proposals"; //$NON-NLS-1$

	/** Of now: plug-ins that are being developed come and go. */
	private ContributionRegistry registry = ContributionRegistry.read();
	private Coalescer renewal;
	private ContributionChanges changes;
	private StudyDocument document;
	private StudyChecker checker;
	private FileWatcher watcher;
	private UndoHandlers undo;
	private SourcePage source;
	private List<StudyPage> studyPages = List.of();

	@Override
	public void init(IEditorSite site, IEditorInput input) throws PartInitException {
		IFile file = ResourceUtil.getFile(input);
		if (file == null) {
			throw new PartInitException(NLS.bind(Messages.Editor_noFile, input.getName()));
		}
		super.init(site, input);
		setPartName(file.getName());
		document = new StudyDocument(URI.createPlatformResourceURI(file.getFullPath().toString(), true));
		undo = new UndoHandlers(this, site.getService(IHandlerService.class));
		site.getService(IHandlerService.class).activateHandler(QUICK_FIX, new QuickFixHandler(this));
		checker = new StudyChecker(site.getShell().getDisplay(), this::show);
		renewal = new Coalescer(site.getShell().getDisplay(), RENEWAL, this::contributionsChanged);
		changes = ContributionChanges.listen(renewal::request);
		document.addListener(this::changed);
		watcher = new FileWatcher(this, file);
		ResourcesPlugin.getWorkspace().addResourceChangeListener(watcher);
	}

	@Override
	protected void addPages() {
		source = new SourcePage(this);
		studyPages = List.of(new OverviewPage(this), new TaskPage(this), new NetworksPage(this), new TrainingPage(this),
				new AnalysesPage(this), source);
		try {
			for (StudyPage page : studyPages) {
				addPage(page);
			}
		} catch (PartInitException e) {
			throw new IllegalStateException(e);
		}
		reload();
	}

	@Override
	public void dispose() {
		if (watcher != null) {
			ResourcesPlugin.getWorkspace().removeResourceChangeListener(watcher);
			watcher.dispose();
			changes.close();
			renewal.dispose();
			checker.dispose();
			document.dispose();
		}
		super.dispose();
	}

	@Override
	public boolean isDirty() {
		return document.isDirty() || sourceEdited();
	}

	@Override
	public boolean isSaveAsAllowed() {
		return false;
	}

	@Override
	public void doSaveAs() {
		throw new UnsupportedOperationException();
	}

	/** A text that is no study is saved as it is: it is the user's, and the builder says what is wrong with it. */
	@Override
	public void doSave(IProgressMonitor monitor) {
		byte[] content = (source.apply() ? document.text() : source.text()).getBytes(StandardCharsets.UTF_8);
		IFile file = file();
		try {
			watcher.writing(content);
			if (file.exists()) {
				file.setContents(content, true, true, monitor);
			} else {
				file.create(content, true, false, monitor);
			}
			source.saved();
			document.saved();
		} catch (CoreException e) {
			monitor.setCanceled(true);
			StatusManager.getManager().handle(Status.error(NLS.bind(Messages.Editor_notSaved, file.getName()), e),
					StatusManager.SHOW | StatusManager.LOG);
		}
	}

	@Override
	public EditingDomain getEditingDomain() {
		return document.domain();
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		return type == IGotoMarker.class ? type.cast(this) : super.getAdapter(type);
	}

	@Override
	public void gotoMarker(IMarker marker) {
		reveal(marker.getAttribute(IMarker.LOCATION, ""), marker.getAttribute(IMarker.LINE_NUMBER, 0)); //$NON-NLS-1$
	}

	/** The study as it is edited now. */
	public Study copy() {
		return EcoreUtil.copy(document.study());
	}

	/** Puts another study in the place of the edited one; it can be undone. What was typed on the Source page is taken in before. */
	public void replace(Study study) {
		if (source.apply()) {
			document.replace(study);
		}
	}

	/** The file that is edited. */
	IFile file() {
		return ResourceUtil.getFile(getEditorInput());
	}

	StudyDocument document() {
		return document;
	}

	ContributionRegistry registry() {
		return registry;
	}

	/** What the validator said last. */
	List<StudyProblem> problems() {
		return checker.problems();
	}

	boolean sourceEdited() {
		return source != null && source.isEdited();
	}

	Optional<SourcePage> sourcePageIfActive() {
		return source != null && getActivePageInstance() == source ? Optional.of(source) : Optional.empty();
	}

	/** Opens the page with a location of a problem; the source where no form shows it. */
	void reveal(String location, int line) {
		StudyProblem problem = new StudyProblem(location, "", null); //$NON-NLS-1$
		Optional<StudyPage> page = studyPages.stream().filter(candidate -> candidate != source)
				.skip(location.startsWith("study") ? 0 : 1).filter(candidate -> candidate.concerns(problem)).findFirst(); //$NON-NLS-1$
		setActivePage(page.orElse(source).getId());
		if (page.isEmpty() && line > 0) {
			source.reveal(line);
		}
	}

	/** Shows the problems and the proposals for the selected one. */
	void openFixes() {
		setActivePage(OverviewPage.ID);
		if (getActivePageInstance() instanceof OverviewPage page) {
			page.openFixes();
		}
	}

	/** Somebody typed on the Source page. */
	void sourceChanged() {
		undo.update();
		editorDirtyStateChanged();
	}

	/** Reads the file again; what was edited is lost. */
	void reload() {
		IFile file = file();
		byte[] content;
		try (InputStream in = file.getContents(true)) {
			content = in.readAllBytes();
		} catch (CoreException | IOException e) {
			ILog.of(getClass()).error(NLS.bind(Messages.Editor_notRead, file.getName()), e);
			content = new byte[0];
		}
		watcher.writing(content);
		try {
			source.saved();
			document.load(content, file.getName());
			source.discard();
		} catch (InvalidStudyException e) {
			setActivePage(SourcePage.ID);
			source.setUnreadable(new String(content, StandardCharsets.UTF_8), e);
			sourceChanged();
		}
	}

	/** The file has another name now. */
	void renamed(IEditorInput input) {
		setInputWithNotify(input);
		setPartName(input.getName());
	}

	@Override
	protected void pageChange(int newPageIndex) {
		document.endTyping();
		super.pageChange(newPageIndex);
		undo.update();
	}

	/** What can be chosen is no longer what it was, and may have other parameters. */
	private void contributionsChanged() {
		registry = ContributionRegistry.read();
		show();
	}

	private void changed() {
		undo.update();
		editorDirtyStateChanged();
		show();
	}

	private void show() {
		studyPages.stream().filter(StudyPage::created).forEach(StudyPage::refresh);
		checker.check(document.study(), registry);
	}

	private void show(List<StudyProblem> problems) {
		studyPages.stream().filter(StudyPage::created).forEach(page -> page.show(problems));
	}
}

package org.nullcline.ui;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.services.IEvaluationService;
import org.nullcline.ui.common.Coalescer;
import org.nullcline.ui.run.EndNotification;
import org.nullcline.ui.run.Executions;
import org.nullcline.ui.run.LiveExecution;
import org.nullcline.ui.run.ResumeAtStart;

/** Life cycle of the workbench: resources come up with it, running studies end cleanly before it. */
public class NullclineWorkbenchAdvisor extends WorkbenchAdvisor {

	/** Images that navigator and Problems view ask the workbench for by name; they lie in {@code org.eclipse.ui.ide}. */
	private static final Map<String, String> IDE_IMAGES = Map.ofEntries(
			Map.entry(IDE.SharedImages.IMG_OBJ_PROJECT, "obj16/prj_obj.svg"), //$NON-NLS-1$
			Map.entry("IMG_OBJ_PROJECT_CLOSED", "obj16/cprj_obj.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry(IDE.SharedImages.IMG_OPEN_MARKER, "elcl16/gotoobj_tsk.svg"), //$NON-NLS-1$
			Map.entry(IDE.SharedImages.IMG_OBJS_TASK_TSK, "obj16/taskmrk_tsk.svg"), //$NON-NLS-1$
			Map.entry(IDE.SharedImages.IMG_OBJS_BKMRK_TSK, "obj16/bkmrk_tsk.svg"), //$NON-NLS-1$
			Map.entry("IMG_ELCL_QUICK_FIX_ENABLED", "elcl16/smartmode_co.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_DLCL_QUICK_FIX_DISABLED", "elcl16/smartmode_co.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_OBJS_FIXABLE_WARNING", "obj16/quickfix_warning_obj.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_OBJS_FIXABLE_ERROR", "obj16/quickfix_error_obj.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_OBJS_FIXABLE_INFO", "obj16/quickfix_info_obj.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_OBJS_COMPLETE_TSK", "obj16/complete_tsk.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_OBJS_INCOMPLETE_TSK", "obj16/incomplete_tsk.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_OBJS_ERROR_PATH", "obj16/error_tsk.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_OBJS_WARNING_PATH", "obj16/warn_tsk.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_OBJS_INFO_PATH", "obj16/info_tsk.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_LCL_FLAT_LAYOUT", "elcl16/flatLayout.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_LCL_HIERARCHICAL_LAYOUT", "elcl16/hierarchicalLayout.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_ETOOL_PROBLEM_CATEGORY", "etool16/problem_category.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_ETOOL_PROBLEMS_VIEW", "eview16/problems_view.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_ETOOL_PROBLEMS_VIEW_ERROR", "eview16/problems_view_error.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_ETOOL_PROBLEMS_VIEW_WARNING", "eview16/problems_view_warning.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_ETOOL_PROBLEMS_VIEW_INFO", "eview16/problems_view_info.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_ETOOL_BUILD_EXEC", "etool16/build_exec.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_WIZBAN_NEWPRJ_WIZ", "wizban/newprj_wiz.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_WIZBAN_NEWFOLDER_WIZ", "wizban/newfolder_wiz.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_WIZBAN_NEWFILE_WIZ", "wizban/newfile_wiz.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_DLGBAN_SAVEAS_DLG", "wizban/saveas_wiz.svg"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("IMG_DLGBAN_QUICKFIX_DLG", "wizban/quick_fix.svg")); //$NON-NLS-1$ //$NON-NLS-2$

	/** What changes when executions start and end. */
	private static final List<String> STATE_PROPERTIES = List.of("org.nullcline.ui.isResumable", //$NON-NLS-1$
			"org.nullcline.ui.isRunning"); //$NON-NLS-1$

	private final Set<LiveExecution> started = ConcurrentHashMap.newKeySet();
	private Coalescer evaluation;

	@Override
	public void initialize(IWorkbenchConfigurer configurer) {
		super.initialize(configurer);
		configurer.setSaveAndRestore(true);
		IDE.registerAdapters();
		StrayRows.watch(PlatformUI.getWorkbench().getDisplay());
		IDE_IMAGES.forEach((name, path) -> {
			URL url = FileLocator.find(Platform.getBundle("org.eclipse.ui.ide"), //$NON-NLS-1$
					org.eclipse.core.runtime.IPath.fromOSString("icons/full/" + path)); //$NON-NLS-1$
			if (url != null) {
				configurer.declareImage(name, ImageDescriptor.createFromURL(url), true);
			}
		});
	}

	@Override
	public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		return new NullclineWindowAdvisor(configurer);
	}

	@Override
	public String getInitialWindowPerspectiveId() {
		return NullclinePerspective.ID;
	}

	@Override
	public String getMainPreferencePageId() {
		return "org.nullcline.ui.preferences"; //$NON-NLS-1$
	}

	@Override
	public IAdaptable getDefaultPageInput() {
		return ResourcesPlugin.getWorkspace().getRoot();
	}

	/** Runs may have been executed from the command line since the workspace was last open. */
	private static void refresh(Runnable then) {
		IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
		WorkspaceJob refresh = new WorkspaceJob(Messages.Application_refresh) {

			@Override
			public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
				root.refreshLocal(IResource.DEPTH_INFINITE, monitor);
				return Status.OK_STATUS;
			}
		};
		refresh.setRule(root);
		refresh.addJobChangeListener(IJobChangeListener.onDone(event -> then.run()));
		refresh.schedule();
	}

	/** Whether an execution can be resumed changes without anything being selected. */
	@Override
	public void postStartup() {
		IEvaluationService service = PlatformUI.getWorkbench().getService(IEvaluationService.class);
		evaluation = new Coalescer(PlatformUI.getWorkbench().getDisplay(), 500,
				() -> STATE_PROPERTIES.forEach(service::requestEvaluation));
		Executions executions = PlatformUI.getWorkbench().getService(Executions.class);
		executions.addListener(this::changed);
		executions.addEndListener(new EndNotification(PlatformUI.getWorkbench().getDisplay()));
		refresh(() -> new ResumeAtStart(PlatformUI.getWorkbench(), executions.interrupted().before()).schedule());
	}

	/** At its start and its end, not at every measurement: the answer takes reading. */
	private void changed(LiveExecution execution) {
		boolean first = execution.ended() ? started.remove(execution) : started.add(execution);
		if (first || execution.ended()) {
			evaluation.request();
		}
	}

	@Override
	public boolean preShutdown() {
		Executions executions = PlatformUI.getWorkbench().getService(Executions.class);
		int running = executions.running();
		if (running == 0) {
			return true;
		}
		if (!getWorkbenchConfigurer().emergencyClosing()
				&& !MessageDialog.openQuestion(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
						Messages.Application_title, NLS.bind(Messages.Application_quitWhileRunning, running))) {
			return false;
		}
		return waitFor(executions);
	}

	@Override
	public void postShutdown() {
		if (evaluation != null) {
			evaluation.dispose();
		}
		try {
			IStatus status = ResourcesPlugin.getWorkspace().save(true, null);
			if (!status.isOK()) {
				ILog.of(getClass()).log(status);
			}
		} catch (CoreException e) {
			ILog.of(getClass()).error("The workspace could not be saved", e); //$NON-NLS-1$
		}
	}

	/** The events of the window go on while the studies run to their checkpoints. */
	private static boolean waitFor(Executions executions) {
		try {
			new ProgressMonitorDialog(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell()).run(true, false,
					executions::cancelAndWait);
			return true;
		} catch (InvocationTargetException e) {
			ILog.of(NullclineWorkbenchAdvisor.class).error("A study did not end cleanly", e.getCause()); //$NON-NLS-1$
			return true;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}
}

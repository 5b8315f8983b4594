package org.nullcline.ui.editor;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.part.FileEditorInput;
import org.nullcline.ui.Messages;

/** Notices when somebody else changes, renames or deletes the file of an editor. */
final class FileWatcher implements IResourceChangeListener {

	private final StudyEditor editor;
	private final Display display;
	private volatile IFile file;
	private volatile byte[] known = {};
	private volatile boolean disposed;

	FileWatcher(StudyEditor editor, IFile file) {
		this.editor = editor;
		this.file = file;
		display = editor.getSite().getShell().getDisplay();
	}

	/** What the editor itself writes or has read is no news. */
	void writing(byte[] content) {
		known = content;
	}

	/** The editor is gone, and nothing matters to it any more. */
	void dispose() {
		disposed = true;
	}

	@Override
	public void resourceChanged(IResourceChangeEvent event) {
		IResourceDelta delta = event.getDelta() == null ? null : event.getDelta().findMember(file.getFullPath());
		if (delta == null) {
			return;
		}
		if (delta.getKind() == IResourceDelta.REMOVED) {
			boolean moved = (delta.getFlags() & IResourceDelta.MOVED_TO) != 0;
			IFile target = moved ? file.getWorkspace().getRoot().getFile(delta.getMovedToPath()) : null;
			tell(() -> removed(target));
		} else if ((delta.getFlags() & IResourceDelta.CONTENT) != 0 && isNews()) {
			tell(this::changed);
		}
	}

	/** The editor or the whole window may be closed before or while it is told. */
	private void tell(Runnable news) {
		if (disposed) {
			return;
		}
		try {
			display.asyncExec(() -> {
				if (!disposed) {
					news.run();
				}
			});
		} catch (SWTException e) {
			// The display is gone.
			disposed = true;
		}
	}

	private boolean isNews() {
		try (InputStream in = file.getContents(true)) {
			return !Arrays.equals(known, in.readAllBytes());
		} catch (CoreException | IOException e) {
			ILog.of(getClass()).warn("The changed study cannot be read", e); //$NON-NLS-1$
			return false;
		}
	}

	private void removed(IFile target) {
		if (target != null) {
			file = target;
			editor.renamed(new FileEditorInput(target));
		} else {
			editor.getSite().getPage().closeEditor(editor, false);
		}
	}

	private void changed() {
		boolean reload = !editor.isDirty() || MessageDialog.openQuestion(editor.getSite().getShell(),
				Messages.Application_title, NLS.bind(Messages.Editor_changedElsewhere, file.getName()));
		if (reload && !disposed) {
			editor.reload();
		}
	}
}

package org.nullcline.ui.run;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.nullcline.ui.PreferenceDefaults;
import org.osgi.service.prefs.BackingStoreException;

/**
 * Which executions run, written down at once, so that they can go on at the next start whether the workbench was closed or
 * killed.
 */
public final class InterruptedExecutions {

	private static final String KEY = "running"; //$NON-NLS-1$
	private static final String SEPARATOR = "\n"; //$NON-NLS-1$

	private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode(PreferenceDefaults.NODE);
	private final List<IFolder> before;

	InterruptedExecutions() {
		IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
		before = paths().stream().map(IPath::fromPortableString).filter(path -> path.segmentCount() > 1).map(root::getFolder)
				.toList();
	}

	/** Those that ran when the workbench ended last, which may no longer exist. */
	public List<IFolder> before() {
		return before;
	}

	/** Those that would be gone on with if the workbench ended now. */
	public synchronized List<String> now() {
		return List.copyOf(paths());
	}

	synchronized void add(IFolder folder) {
		Set<String> paths = paths();
		if (paths.add(folder.getFullPath().toPortableString())) {
			write(paths);
		}
	}

	/** It has ended, or shall not be resumed. */
	public synchronized void remove(IFolder folder) {
		Set<String> paths = paths();
		if (paths.remove(folder.getFullPath().toPortableString())) {
			write(paths);
		}
	}

	private Set<String> paths() {
		return new LinkedHashSet<>(Arrays.stream(node.get(KEY, "").split(SEPARATOR)).filter(path -> !path.isEmpty()).toList()); //$NON-NLS-1$
	}

	private void write(Set<String> paths) {
		node.put(KEY, String.join(SEPARATOR, paths));
		try {
			node.flush();
		} catch (BackingStoreException e) {
			ILog.of(getClass()).warn("What runs cannot be written down", e); //$NON-NLS-1$
		}
	}
}

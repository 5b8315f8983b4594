package org.nullcline.ui.validation;

import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;

/** The problem markers of studies. */
public final class StudyMarkers {

	/** The type of marker. */
	public static final String TYPE = "org.nullcline.ui.problem"; //$NON-NLS-1$

	private StudyMarkers() {
	}

	static void remove(IResource resource) throws CoreException {
		resource.deleteMarkers(TYPE, true, IResource.DEPTH_INFINITE);
	}

	/**
	 * Marks a problem.
	 *
	 * @param location the element in words
	 * @param line     from 1, or 0 if unknown
	 */
	static void add(IFile file, String message, String location, int line) throws CoreException {
		String where = line == 0 ? location : location.isEmpty() ? "line " + line : location + " (line " + line + ")"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		file.createMarker(TYPE, Map.of(IMarker.MESSAGE, message, IMarker.SEVERITY, IMarker.SEVERITY_ERROR, IMarker.LOCATION,
				where, IMarker.LINE_NUMBER, Math.max(1, line)));
	}
}

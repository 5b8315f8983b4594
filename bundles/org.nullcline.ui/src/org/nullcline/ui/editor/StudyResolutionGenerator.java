package org.nullcline.ui.editor;

import java.io.IOException;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.statushandlers.StatusManager;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.ui.Messages;

/** Offers quick fixes for the problem markers of studies. */
public class StudyResolutionGenerator implements IMarkerResolutionGenerator2 {

	private static final IMarkerResolution[] NONE = {};

	@Override
	public boolean hasResolutions(IMarker marker) {
		// A marker with a place in the model is one of a readable study.
		return marker.getResource() instanceof IFile file && StudyFiles.EXTENSION.equals(file.getFileExtension())
				&& getResolutions(marker).length > 0;
	}

	@Override
	public IMarkerResolution[] getResolutions(IMarker marker) {
		if (!(marker.getResource() instanceof IFile file) || !StudyFiles.EXTENSION.equals(file.getFileExtension())) {
			return NONE;
		}
		String message = marker.getAttribute(IMarker.MESSAGE, ""); //$NON-NLS-1$
		try {
			return new StudyFixes(file).labels(message).stream().map(label -> new Resolution(file, message, label))
					.toArray(IMarkerResolution[]::new);
		} catch (InvalidStudyException e) {
			return NONE;
		} catch (CoreException | IOException e) {
			ILog.of(getClass()).warn("Proposals cannot be made", e); //$NON-NLS-1$
			return NONE;
		}
	}

	private record Resolution(IFile file, String message, String label) implements IMarkerResolution2 {

		@Override
		public String getLabel() {
			return label;
		}

		@Override
		public String getDescription() {
			return message;
		}

		@Override
		public Image getImage() {
			return null;
		}

		@Override
		public void run(IMarker marker) {
			try {
				new StudyFixes(file).apply(message, label, true);
			} catch (CoreException | IOException | InvalidStudyException e) {
				StatusManager.getManager().handle(Status.error(NLS.bind(Messages.Fix_failed, file.getName()), e),
						StatusManager.SHOW | StatusManager.LOG);
			}
		}
	}
}

package org.nullcline.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.nullcline.model.RunState;

/** The icons of this bundle. */
public final class Images {

	private Images() {
	}

	/** An icon by its file name without ending. */
	public static ImageDescriptor icon(String name) {
		return ResourceLocator.imageDescriptorFromBundle("org.nullcline.ui", "icons/" + name + ".svg") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.orElseGet(ImageDescriptor::getMissingImageDescriptor);
	}

	/** The icon of a run in a state. */
	public static ImageDescriptor run(RunState state) {
		return icon("run-" + state.getLiteral()); //$NON-NLS-1$
	}
}

package org.nullcline.core.registry;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * Plug-ins that a workbench has taken in from projects of its workspace. The framework keeps them on disk for a while, where a headless
 * command finds them as well; there they take no part, because the studies of a command must not depend on what somebody edits in a window.
 */
public final class WorkspacePlugins {

	/** How the locations of their bundles begin; the project's name follows. */
	public static final String LOCATION = "nullcline-workspace:";

	private WorkspacePlugins() {
	}

	/** From now on they take part in this process. */
	public static void takePart() {
		BundleContext context = context();
		synchronized (WorkspacePlugins.class) {
			if (context.getServiceReference(WorkspacePlugins.class) == null) {
				context.registerService(WorkspacePlugins.class, new WorkspacePlugins(), null);
			}
		}
	}

	/** Whether the contributions of a bundle can be chosen in this process. */
	static boolean takesPart(Bundle bundle) {
		return bundle == null || !bundle.getLocation().startsWith(LOCATION)
				|| context().getServiceReference(WorkspacePlugins.class) != null;
	}

	private static BundleContext context() {
		return FrameworkUtil.getBundle(WorkspacePlugins.class).getBundleContext();
	}
}

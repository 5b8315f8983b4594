package org.nullcline.core.registry;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.eclipse.core.runtime.RegistryFactory;

/**
 * Tells when contributions have come or gone, as they do where a plug-in is developed in the running workbench. Whoever keeps a
 * {@link ContributionRegistry} for longer than a moment listens, and reads a new one.
 */
public final class ContributionChanges implements AutoCloseable {

	private static final String NAME_SPACE = "org.nullcline.core.";

	private final IExtensionRegistry registry = RegistryFactory.getRegistry();
	private final IRegistryEventListener listener;

	private ContributionChanges(Runnable changed) {
		Consumer<IExtension[]> tell = extensions -> {
			for (IExtension extension : extensions) {
				if (extension.getExtensionPointUniqueIdentifier().startsWith(NAME_SPACE)) {
					changed.run();
					return;
				}
			}
		};
		listener = new IRegistryEventListener() {

			@Override
			public void added(IExtension[] extensions) {
				tell.accept(extensions);
			}

			@Override
			public void removed(IExtension[] extensions) {
				tell.accept(extensions);
			}

			@Override
			public void added(IExtensionPoint[] points) {
				// Points come with their first contribution.
			}

			@Override
			public void removed(IExtensionPoint[] points) {
				// Whoever contributed to them has been told of.
			}
		};
		registry.addListener(listener);
	}

	/**
	 * @param changed called on a thread of the registry, once or several times for each change
	 * @return to be closed by whoever no longer wants to know
	 */
	public static ContributionChanges listen(Runnable changed) {
		return new ContributionChanges(changed);
	}

	@Override
	public void close() {
		registry.removeListener(listener);
	}
}

package org.nullcline.ui.runs;

import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;

/** Gives the workbench its one {@link RunsIndex}. */
public class RunsIndexFactory extends AbstractServiceFactory {

	@Override
	public Object create(@SuppressWarnings("rawtypes") Class service, IServiceLocator parent, IServiceLocator locator) {
		if (service != RunsIndex.class) {
			return null;
		}
		RunsIndex inherited = parent.getService(RunsIndex.class);
		return inherited == null ? new RunsIndex() : inherited;
	}
}

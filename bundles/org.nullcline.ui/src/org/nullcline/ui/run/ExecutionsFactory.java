package org.nullcline.ui.run;

import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;

/** Gives the workbench its one {@link Executions}. */
public class ExecutionsFactory extends AbstractServiceFactory {

	@Override
	public Object create(@SuppressWarnings("rawtypes") Class service, IServiceLocator parent, IServiceLocator locator) {
		if (service != Executions.class) {
			return null;
		}
		Executions inherited = parent.getService(Executions.class);
		return inherited == null ? new Executions(new InterruptedExecutions()) : inherited;
	}
}

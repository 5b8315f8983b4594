package org.nullcline.tasks.integration.internal;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TaskFactory;

/** Makes tasks of context-dependent integration. */
public final class ContextIntegrationFactory implements TaskFactory {

	@Override
	public Task create(Parameters parameters) {
		StreamStatistics statistics = new StreamStatistics(
				StreamStatistics.Means.of(parameters.getChoice("mean-distribution")), parameters.getReal("mean-scale"),
				parameters.getReal("noise"));
		return new ContextIntegration(parameters.getInteger("streams"), parameters.getInteger("steps"), statistics,
				parameters.getReal("target-scale"), parameters.getInteger("probes"));
	}
}

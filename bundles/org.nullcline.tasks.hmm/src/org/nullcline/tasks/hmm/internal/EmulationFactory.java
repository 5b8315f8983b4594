package org.nullcline.tasks.hmm.internal;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TaskFactory;

/** Makes tasks of emulation from a family or from free matrices. */
public final class EmulationFactory implements TaskFactory {

	@Override
	public Task create(Parameters parameters) {
		return new Emulation(ModelParameters.model(parameters), parameters.getInteger("steps"),
				parameters.getInteger("noise-dimension"), parameters.getReal("noise"),
				parameters.getInteger("training-sequences"));
	}
}

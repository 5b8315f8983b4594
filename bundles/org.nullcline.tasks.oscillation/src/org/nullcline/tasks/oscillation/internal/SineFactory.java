package org.nullcline.tasks.oscillation.internal;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TaskFactory;

/** Makes sine tasks. */
public final class SineFactory implements TaskFactory {

	@Override
	public Task create(Parameters parameters) {
		Commands commands = new Commands(parameters.getReal("lowest-input"), parameters.getReal("highest-input"),
				parameters.getInteger("levels"), parameters.getReal("offset"), parameters.getReal("slope"));
		return new Sine(commands, parameters.getInteger("steps"), parameters.getReal("step-duration"),
				parameters.getInteger("commands"));
	}
}

package org.example.gradedmemory;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TaskFactory;

/** Makes the task from the parameters that plugin.xml declares. */
public class GradedMemoryFactory implements TaskFactory {

	@Override
	public Task create(Parameters parameters) {
		int steps = parameters.getInteger("steps");
		int pulse = parameters.getInteger("pulse");
		// Each value is permitted by its declaration; only the task knows that together they are not.
		if (pulse > steps / 2) {
			throw new IllegalArgumentException("a pulse of " + pulse + " steps leaves too little of a trial of " + steps
					+ "; at most half of it is permitted");
		}
		return new GradedMemory(steps, pulse, parameters.getInteger("heights"));
	}
}

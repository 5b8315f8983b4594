package org.example.reaching;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TaskFactory;

/** Makes the task from the parameters that plugin.xml declares. */
public class ReachingFactory implements TaskFactory {

	@Override
	public Task create(Parameters parameters) {
		return new Reaching(parameters.getInteger("steps"), parameters.getReal("exploration"));
	}
}

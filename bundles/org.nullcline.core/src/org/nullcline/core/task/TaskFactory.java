package org.nullcline.core.task;

import org.nullcline.core.parameter.Parameters;

/** What the extension point {@code org.nullcline.core.tasks} asks for: makes a task from its parameters. */
@FunctionalInterface
public interface TaskFactory {

	/** @throws IllegalArgumentException if the values, each valid alone, do not fit together */
	Task create(Parameters parameters);
}

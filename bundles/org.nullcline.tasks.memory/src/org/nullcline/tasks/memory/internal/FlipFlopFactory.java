package org.nullcline.tasks.memory.internal;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TaskFactory;

/** Makes flip-flop tasks. */
public final class FlipFlopFactory implements TaskFactory {

	@Override
	public Task create(Parameters parameters) {
		return new FlipFlop(parameters.getInteger("bits"), parameters.getInteger("steps"),
				parameters.getReal("pulse-probability"), FlipFlop.Start.of(parameters.getChoice("start")));
	}
}

package @package@;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TaskFactory;

/** Makes the task from the parameters that plugin.xml declares. */
public class @Class@Factory implements TaskFactory {

	@Override
	public Task create(Parameters parameters) {
		int shortest = parameters.getInteger("shortest-delay");
		int longest = parameters.getInteger("longest-delay");
		// Each value is permitted by its declaration; only the task knows that together they are not.
		if (longest < shortest) {
			throw new IllegalArgumentException("the longest delay of " + longest + " steps is below the shortest of "
					+ shortest + " steps");
		}
		return new @Class@Task(parameters.getInteger("cue"), shortest, longest, parameters.getInteger("report"));
	}
}

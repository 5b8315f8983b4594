package org.example.sentiment;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TaskFactory;

// [snippet: task-factory]
/** Makes the task from the parameters that plugin.xml declares. */
public class SentimentFactory implements TaskFactory {

	@Override
	public Task create(Parameters parameters) {
		int shortest = parameters.getInteger("shortest");
		int longest = parameters.getInteger("longest");
		// Each value is permitted by its declaration; only the task knows that together they are not.
		if (shortest > longest) {
			throw new IllegalArgumentException("the shortest sequence, " + shortest + " words, is longer than the longest, "
					+ longest);
		}
		return new Sentiment(parameters.getInteger("words"), shortest, longest);
	}
}
// [end]

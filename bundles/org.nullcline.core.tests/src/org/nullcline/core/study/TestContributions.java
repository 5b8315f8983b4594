package org.nullcline.core.study;

import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TaskFactory;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;

/** What the test fragment contributes; see its fragment.xml. */
public final class TestContributions {

	private TestContributions() {
	}

	/** A task whose parameters must fit together. */
	public static final class Tasks implements TaskFactory {

		@Override
		public Task create(Parameters parameters) {
			if (parameters.getInteger("even") % 2 != 0) {
				throw new IllegalArgumentException("parameter 'even' is odd");
			}
			int channels = parameters.getInteger("channels");
			return new TrialTask() {

				@Override
				public int inputs() {
					return channels;
				}

				@Override
				public int outputs() {
					return 1;
				}

				@Override
				public TrialBatch trials(int count, RandomStream random) {
					throw new UnsupportedOperationException();
				}
			};
		}
	}

	/** A task that cannot be made. */
	public static final class Throwing implements TaskFactory {

		@Override
		public Task create(Parameters parameters) {
			throw new IllegalStateException("out of order");
		}
	}

	/** An architecture that is never asked. */
	public static final class Cells implements Architecture {

		@Override
		public Cell create(int inputs, int units, Parameters parameters) {
			throw new UnsupportedOperationException();
		}
	}
}

package org.example.misbehaving;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.ActionSpace;
import org.nullcline.core.task.Environment;
import org.nullcline.core.task.EnvironmentTask;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TaskFactory;

public class MisbehavingEnvironment implements TaskFactory {

	@Override
	public Task create(Parameters parameters) {
		String how = parameters.getChoice("how");
		return new EnvironmentTask() {

			@Override
			public int inputs() {
				return 1;
			}

			@Override
			public ActionSpace actions() {
				return new ActionSpace.Gaussian(1, 0.1);
			}

			@Override
			public int longestEpisode() {
				return 5;
			}

			@Override
			public Environment create() {
				return new Room(how);
			}
		};
	}

	private static final class Room implements Environment {

		private final String how;
		private int now;

		Room(String how) {
			this.how = how;
		}

		@Override
		public double[] reset(RandomStream random) {
			now = 0;
			return new double[1];
		}

		@Override
		public Step step(double[] action) {
			boolean spoilt = Misdeed.spoils(how);
			return new Step(new double[how.equals("wrong-shape") ? 2 : 1], spoilt ? Double.NaN : 0, ++now == 5);
		}
	}
}

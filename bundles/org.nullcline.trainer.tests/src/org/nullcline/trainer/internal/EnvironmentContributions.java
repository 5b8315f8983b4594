package org.nullcline.trainer.internal;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.ActionSpace;
import org.nullcline.core.task.Environment;
import org.nullcline.core.task.EnvironmentTask;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TaskFactory;

/** Environments for tests; see fragment.xml. */
public final class EnvironmentContributions {

	private EnvironmentContributions() {
	}

	/** A side is shown at the first step; after a random delay the network says which it was. Reward 1 if it is right. */
	public static final class Recall implements TaskFactory {

		@Override
		public Task create(Parameters parameters) {
			return new EnvironmentTask() {

				@Override
				public int inputs() {
					return 1;
				}

				@Override
				public ActionSpace actions() {
					return new ActionSpace.Discrete(2);
				}

				@Override
				public int longestEpisode() {
					return 4;
				}

				@Override
				public Environment create() {
					return new RecallEnvironment();
				}
			};
		}
	}

	private static final class RecallEnvironment implements Environment {

		private int side;
		private int left;

		@Override
		public double[] reset(RandomStream random) {
			side = random.nextInt(2);
			left = 1 + random.nextInt(3);
			return new double[] { 2 * side - 1 };
		}

		@Override
		public Step step(double[] action) {
			left--;
			boolean done = left == 0;
			return new Step(new double[1], done && (int) action[0] == side ? 1 : 0, done);
		}
	}

	/** Gives another number of observations than it says. */
	public static final class Blurred implements TaskFactory {

		@Override
		public Task create(Parameters parameters) {
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
					return 3;
				}

				@Override
				public Environment create() {
					return new Environment() {

						@Override
						public double[] reset(RandomStream random) {
							return new double[1];
						}

						@Override
						public Step step(double[] action) {
							return new Step(new double[2], 0, false);
						}
					};
				}
			};
		}
	}
}

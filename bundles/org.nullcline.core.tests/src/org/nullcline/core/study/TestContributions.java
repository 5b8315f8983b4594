package org.nullcline.core.study;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;

import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.WeightDeclaration.Role;
import org.nullcline.core.network.Weights;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TaskFactory;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.core.training.Objective;
import org.nullcline.core.training.ObjectiveFactory;
import org.nullcline.core.training.Optimizer;
import org.nullcline.core.training.OptimizerFactory;

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

	/** An architecture whose cells tell their arrays, and never run. */
	public static final class Cells implements Architecture {

		@Override
		public Cell create(int inputs, int units, Parameters parameters) {
			if (!parameters.getBoolean("works")) {
				throw new AssertionError("does not work");
			}
			return (Cell) Proxy.newProxyInstance(Cell.class.getClassLoader(), new Class<?>[] { Cell.class },
					(proxy, method, arguments) -> switch (method.getName()) {
					case "inputs" -> inputs;
					case "units" -> units;
					case "state" -> StateLayout.hidden(units);
					case "weights" -> List.of(new WeightDeclaration("weight_ih", Role.INPUT, units, inputs),
							new WeightDeclaration("weight_hh", Role.RECURRENT, units, units));
					case "readoutBias" -> true;
					default -> throw new UnsupportedOperationException(method.getName());
					});
		}
	}

	/** An objective that is never asked. */
	public static final class Objectives implements ObjectiveFactory {

		@Override
		public Objective create(Parameters parameters) {
			return (outputs, trials, random, gradient) -> 0;
		}
	}

	/** An optimizer that does nothing. */
	public static final class Optimizers implements OptimizerFactory {

		@Override
		public Optimizer create(Parameters parameters) {
			return new Optimizer() {

				@Override
				public Map<String, Weights> initialMemory(Weights weights) {
					return Map.of();
				}

				@Override
				public void update(Weights weights, Weights gradient, Map<String, Weights> memory, long step,
						double learningRate) {
					// Nothing.
				}
			};
		}
	}
}

package org.nullcline.core.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Lets a network act in an environment and notes what happened as a batch of trials: inputs are the observations, targets
 * the actions (see {@link ActionSpace#encode}), the mask is 1 until the end of each episode. All episodes of a batch go on
 * side by side, each with an environment and random streams of its own, so none depends on the others.
 *
 * @since 0.1.0
 */
public final class Episodes {

	private final EnvironmentTask task;
	/** Nothing where actions do not depend on observations. */
	private final Optional<Network> network;
	private final boolean exploring;

	private Episodes(EnvironmentTask task, Optional<Network> network, boolean exploring) {
		this.task = task;
		this.network = network;
		this.exploring = exploring;
	}

	/** Episodes in which actions are drawn from the policy of the network, as training needs them. */
	public static Episodes exploring(EnvironmentTask task, Network network) {
		return new Episodes(task, Optional.of(network), true);
	}

	/** Episodes in which the network takes the action of the largest probability. */
	public static Episodes greedy(EnvironmentTask task, Network network) {
		return new Episodes(task, Optional.of(network), false);
	}

	/** Episodes without a network: actions are drawn from the policy of outputs that are all zero. */
	public static Episodes random(EnvironmentTask task) {
		return new Episodes(task, Optional.empty(), true);
	}

	/**
	 * Plays episodes.
	 *
	 * @param count  how many, at least 1
	 * @param random the only source of randomness
	 * @return trials with rewards, as long as the longest of the episodes; the metadata has the return of each
	 * @throws IllegalArgumentException naming what is wrong, if the environment gives another number of observations than the
	 *                                  task declares, or what is not a number
	 */
	public TrialBatch play(int count, RandomStream random) {
		RandomStreams streams = RandomStreams.of(random.nextLong());
		List<Episode> episodes = new ArrayList<>();
		for (int episode = 0; episode < count; episode++) {
			episodes.add(new Episode(streams.below("episode " + episode)));
		}
		int steps = 0;
		try (Player player = network.map(acting -> (Player) new NetworkPlayer(acting, count))
				.orElse(seen -> new double[count][task.outputs()])) {
			for (; steps < task.longestEpisode() && episodes.stream().anyMatch(episode -> !episode.done); steps++) {
				double[][] outputs = player.outputs(episodes.stream().map(episode -> episode.observation).toArray(double[][]::new));
				for (int e = 0; e < count; e++) {
					episodes.get(e).act(outputs[e]);
				}
			}
		}
		return batch(episodes, steps);
	}

	private TrialBatch batch(List<Episode> episodes, int steps) {
		int count = episodes.size();
		double[] inputs = new double[count * steps * task.inputs()];
		double[] targets = new double[count * steps * task.outputs()];
		double[] rewards = new double[count * steps];
		double[] mask = new double[count * steps];
		List<Map<String, String>> metadata = new ArrayList<>();
		for (int e = 0; e < count; e++) {
			Episode episode = episodes.get(e);
			for (int t = 0; t < episode.rewards.size(); t++) {
				int at = e * steps + t;
				System.arraycopy(episode.observations.get(t), 0, inputs, at * task.inputs(), task.inputs());
				System.arraycopy(task.actions().encode(episode.actions.get(t)), 0, targets, at * task.outputs(), task.outputs());
				rewards[at] = episode.rewards.get(t);
				mask[at] = 1;
			}
			metadata.add(Map.of("return", Double.toString(episode.rewards.stream().mapToDouble(Double::doubleValue).sum())));
		}
		return new TrialBatch(NativeArrays.of(inputs, count, steps, task.inputs()),
				NativeArrays.of(targets, count, steps, task.outputs()), Optional.of(NativeArrays.of(mask, count, steps)),
				metadata, Optional.of(new Rewards(task.actions(), NativeArrays.of(rewards, count, steps))));
	}

	/** Answers to the observations of all episodes, [episode][input], with outputs, [episode][output]. */
	private interface Player extends AutoCloseable {

		double[][] outputs(double[][] observations);

		@Override
		default void close() {
			// Nothing to free.
		}
	}

	/** A network with the states that its episodes have reached. */
	private static final class NetworkPlayer implements Player {

		private final Network network;
		private final SequencePass pass;
		private INDArray states;

		NetworkPlayer(Network network, int count) {
			this.network = network;
			pass = network.cell().sequence(1, count, Precision.DOUBLE);
			states = network.initialStates(count);
		}

		@Override
		public double[][] outputs(double[][] observations) {
			int count = observations.length;
			double[] values = Arrays.stream(observations).flatMapToDouble(Arrays::stream).toArray();
			INDArray seen = NativeArrays.of(values, 1, count, network.cell().inputs());
			pass.forward(network.weights(), new SequenceInputs(seen, states));
			INDArray next = NativeArrays.of(NativeArrays.values(pass.states()), count, network.cell().state().size());
			INDArray outputs = network.outputs(next);
			double[][] rows = NativeArrays.rows(outputs);
			seen.close();
			states.close();
			outputs.close();
			states = next;
			return rows;
		}

		@Override
		public void close() {
			pass.close();
			states.close();
		}
	}

	/** One episode; after its end nothing more is noted. */
	private final class Episode {

		private final Environment environment = task.create();
		private final RandomStream choices;
		private final List<double[]> observations = new ArrayList<>();
		private final List<double[]> actions = new ArrayList<>();
		private final List<Double> rewards = new ArrayList<>();
		private double[] observation;
		private boolean done;

		Episode(RandomStreams random) {
			choices = random.stream("actions");
			observation = checked(environment.reset(random.stream("environment")));
		}

		void act(double[] outputs) {
			if (done) {
				return;
			}
			double[] action = exploring ? task.actions().sample(outputs, choices) : task.actions().best(outputs);
			Environment.Step step = environment.step(action.clone());
			if (!Double.isFinite(step.reward())) {
				throw new IllegalArgumentException("reward: expected a finite number, found " + step.reward());
			}
			observations.add(observation);
			actions.add(action);
			rewards.add(step.reward());
			done = step.done();
			observation = done ? new double[task.inputs()] : checked(step.observation());
		}

		private double[] checked(double[] given) {
			if (given.length != task.inputs()) {
				throw new IllegalArgumentException(
						"observation: expected " + task.inputs() + " values, found " + given.length);
			}
			for (double value : given) {
				if (!Double.isFinite(value)) {
					throw new IllegalArgumentException("observation: expected finite numbers, found " + Arrays.toString(given));
				}
			}
			return given.clone();
		}
	}
}

package org.nullcline.core.task;

import java.util.List;
import java.util.Optional;

import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStream;

/**
 * An environment as a task of trials, for analyses and pictures: its trials are episodes that a network plays greedily. Where
 * several networks are compared on the same trials, these are what one of them has seen. Without a network, actions are drawn
 * without regard to what is seen.
 *
 * @param environment that is acted in
 * @param player      which network acts, if any
 * @since 0.1.0
 */
public record PlayedTrials(EnvironmentTask environment, Optional<Network> player) implements TrialTask {

	@Override
	public int inputs() {
		return environment.inputs();
	}

	@Override
	public int outputs() {
		return environment.outputs();
	}

	@Override
	public String suggestedObjective() {
		return environment.suggestedObjective();
	}

	@Override
	public List<InputCondition> inputConditions() {
		return environment.inputConditions();
	}

	@Override
	public TrialBatch trials(int count, RandomStream random) {
		return player.map(network -> Episodes.greedy(environment, network)).orElseGet(() -> Episodes.random(environment))
				.play(count, random);
	}
}

package org.nullcline.tasks.oscillation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.InputCondition;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * A sine at a commanded frequency: x[t] = u for all t and y[t] = sin(2 pi omega(u) t) for t = 1, ..., T
 * (Maheswaranathan et al. 2019; with other commands Sussillo and Barak 2013). The frequency counts cycles per time step.
 *
 * @param stepDuration length of a time step in seconds, only to tell frequencies in Hz
 * @param conditions   how many commands the autonomous dynamics are studied under
 */
record Sine(Commands commands, int steps, double stepDuration, int conditions) implements TrialTask {

	@Override
	public int inputs() {
		return 1;
	}

	@Override
	public int outputs() {
		return 1;
	}

	@Override
	public TrialBatch trials(int count, RandomStream random) {
		if ((long) count * steps > Integer.MAX_VALUE / Double.BYTES) {
			throw new IllegalArgumentException(
					count + " trials of " + steps + " steps are too many; make trials shorter or batches smaller");
		}
		double[] inputs = new double[count * steps];
		double[] targets = new double[inputs.length];
		List<Map<String, String>> metadata = new ArrayList<>();
		for (int trial = 0; trial < count; trial++) {
			double input = commands.draw(random);
			double frequency = commands.frequency(input);
			for (int t = 0; t < steps; t++) {
				inputs[trial * steps + t] = input;
				targets[trial * steps + t] = Math.sin(2 * Math.PI * frequency * (t + 1));
			}
			metadata.add(Map.of("condition", name(input), "command", Double.toString(input), "frequency (cycles/step)",
					Double.toString(frequency), "frequency (Hz)", Double.toString(frequency / stepDuration)));
		}
		return new TrialBatch(NativeArrays.of(inputs, count, steps, 1), NativeArrays.of(targets, count, steps, 1),
				Optional.empty(), metadata);
	}

	@Override
	public List<InputCondition> inputConditions() {
		List<InputCondition> all = new ArrayList<>();
		for (int n = 0; n < conditions; n++) {
			double input = commands.spaced(n, conditions);
			all.add(new InputCondition(name(input), new double[] { input }));
		}
		return all;
	}

	@Override
	public OptionalDouble commandedFrequency(InputCondition condition) {
		return OptionalDouble.of(commands.frequency(condition.values()[0]));
	}

	@Override
	public OptionalDouble secondsPerStep() {
		return OptionalDouble.of(stepDuration);
	}

	private static String name(double input) {
		return String.format(Locale.ROOT, "command %.4g", input);
	}
}

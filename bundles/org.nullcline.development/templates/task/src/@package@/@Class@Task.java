package @package@;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.InputCondition;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Report the value of a cue after a delay of random length, when the go signal comes. Two inputs: the cue, whose value lies
 * between -1 and 1, and the go signal. One output: zero until the go signal, then the value.
 *
 * @param cue      how many steps the value is shown
 * @param shortest fewest steps between cue and go signal
 * @param longest  most steps between cue and go signal
 * @param report   how many steps the go signal stays on
 */
record @Class@Task(int cue, int shortest, int longest, int report) implements TrialTask {

	@Override
	public int inputs() {
		return 2;
	}

	@Override
	public int outputs() {
		return 1;
	}

	/** Steps of the longest trial; shorter ones are padded to it. */
	int steps() {
		return cue + longest + report;
	}

	/** Arrays are [trial, time, channel], the mask is [trial, time]: row by row, the last index fastest. */
	@Override
	public TrialBatch trials(int count, RandomStream random) {
		double[] inputs = new double[count * steps() * inputs()];
		double[] targets = new double[count * steps() * outputs()];
		double[] mask = new double[count * steps()];
		List<Map<String, String>> metadata = new ArrayList<>();
		for (int trial = 0; trial < count; trial++) {
			double value = 2 * random.nextDouble() - 1;
			int delay = shortest + random.nextInt(longest - shortest + 1);
			int go = cue + delay;
			for (int t = 0; t < go + report; t++) {
				int step = trial * steps() + t;
				inputs[step * inputs()] = t < cue ? value : 0;
				inputs[step * inputs() + 1] = t < go ? 0 : 1;
				targets[step] = t < go ? 0 : value;
				// What comes after the report is padding: its weight stays 0.
				mask[step] = 1;
			}
			metadata.add(Map.of("condition", "delay " + delay, "value", Double.toString(value)));
		}
		return new TrialBatch(NativeArrays.of(inputs, count, steps(), inputs()), NativeArrays.of(targets, count, steps(), outputs()),
				Optional.of(NativeArrays.of(mask, count, steps())), metadata);
	}

	/** Analyses look for fixed points under these inputs: during the delay, and while the go signal is on. */
	@Override
	public List<InputCondition> inputConditions() {
		return List.of(new InputCondition("delay", new double[] { 0, 0 }), new InputCondition("go", new double[] { 0, 1 }));
	}
}

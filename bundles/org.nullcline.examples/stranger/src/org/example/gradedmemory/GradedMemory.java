package org.example.gradedmemory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Hold the height of a brief pulse until the trial ends. One input, one output.
 *
 * @param steps   length of a trial
 * @param pulse   length of the pulse
 * @param heights number of heights, evenly spaced from -1 to 1
 */
record GradedMemory(int steps, int pulse, int heights) implements TrialTask {

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
		double[] inputs = new double[count * steps];
		double[] targets = new double[count * steps];
		double[] mask = new double[count * steps];
		List<Map<String, String>> metadata = new ArrayList<>();
		for (int trial = 0; trial < count; trial++) {
			int onset = random.nextInt(Math.max(1, steps / 4));
			double height = height(random.nextInt(heights));
			for (int t = 0; t < steps; t++) {
				int i = trial * steps + t;
				boolean shown = t >= onset && t < onset + pulse;
				inputs[i] = shown ? height : 0;
				targets[i] = t >= onset ? height : 0;
				// The network may take the time of the pulse to answer.
				mask[i] = shown ? 0 : 1;
			}
			metadata.add(Map.of("height", Double.toString(height), "onset", Integer.toString(onset)));
		}
		return new TrialBatch(NativeArrays.of(inputs, count, steps, 1), NativeArrays.of(targets, count, steps, 1),
				Optional.of(NativeArrays.of(mask, count, steps)), metadata);
	}

	@Override
	public List<double[]> memories() {
		return IntStream.range(0, heights).mapToObj(n -> new double[] { height(n) }).toList();
	}

	private double height(int n) {
		return -1 + 2.0 * n / (heights - 1);
	}
}

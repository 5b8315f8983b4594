package org.nullcline.tasks.integration.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.InputCondition;
import org.nullcline.core.task.Integral;
import org.nullcline.core.task.Probe;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Context-dependent integration: inputs are K noisy streams w and a constant one-hot context of K channels; the target is
 * the running sum of the stream that the context names, y[t] = 1/scale * sum over s up to t of w_cued[s]
 * (Maheswaranathan et al. 2019, figure 3a).
 *
 * @param streams     K
 * @param targetScale what sums are divided by, so that targets are of the size of a unit's activity
 * @param probeValues number of graded probes in each context
 */
record ContextIntegration(int streams, int steps, StreamStatistics statistics, double targetScale, int probeValues)
		implements TrialTask {

	@Override
	public int inputs() {
		return 2 * streams;
	}

	@Override
	public int outputs() {
		return 1;
	}

	@Override
	public TrialBatch trials(int count, RandomStream random) {
		long size = (long) count * steps * inputs();
		if (size > Integer.MAX_VALUE / Double.BYTES) {
			throw new IllegalArgumentException(
					count + " trials of " + steps + " steps are too many; make trials shorter or batches smaller");
		}
		double[] inputs = new double[(int) size];
		double[] targets = new double[count * steps];
		List<Map<String, String>> metadata = new ArrayList<>();
		for (int trial = 0; trial < count; trial++) {
			int cued = random.nextInt(streams);
			double[] means = IntStream.range(0, streams).mapToDouble(k -> statistics.mean(random)).toArray();
			double sum = 0;
			for (int t = 0; t < steps; t++) {
				int at = (trial * steps + t) * inputs();
				for (int k = 0; k < streams; k++) {
					inputs[at + k] = statistics.sample(means[k], random);
				}
				inputs[at + streams + cued] = 1;
				sum += inputs[at + cued];
				targets[trial * steps + t] = sum / targetScale;
			}
			metadata.add(metadata(cued, means, sum));
		}
		return new TrialBatch(NativeArrays.of(inputs, count, steps, inputs()), NativeArrays.of(targets, count, steps, 1),
				Optional.empty(), metadata);
	}

	/** No stream, with each context in turn. */
	@Override
	public List<InputCondition> inputConditions() {
		return IntStream.range(0, streams).mapToObj(cued -> {
			double[] values = new double[inputs()];
			values[streams + cued] = 1;
			return new InputCondition(context(cued), values);
		}).toList();
	}

	@Override
	public List<Integral> integrals(InputCondition condition) {
		int cued = IntStream.range(0, streams).filter(k -> condition.values()[streams + k] > 0.5).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("an input without context: " + condition.name()));
		return List.of(new Integral(0, cued, 1 / targetScale,
				IntStream.range(0, streams).filter(k -> k != cued).boxed().toList()));
	}

	/** A constant value on the cued stream, evenly spaced from the most negative to the most positive mean. */
	@Override
	public List<Probe> probes() {
		List<Probe> probes = new ArrayList<>();
		for (InputCondition condition : inputConditions()) {
			int channel = integrals(condition).getFirst().input();
			for (int n = 0; n < probeValues; n++) {
				probes.add(new Probe(condition, channel, statistics.scale() * (2.0 * n / (probeValues - 1) - 1), steps));
			}
		}
		return probes;
	}

	private Map<String, String> metadata(int cued, double[] means, double sum) {
		Map<String, String> metadata = new LinkedHashMap<>();
		metadata.put("condition", context(cued));
		metadata.put("cued mean", Double.toString(means[cued]));
		for (int k = 0; k < streams; k++) {
			metadata.put("mean " + (k + 1), Double.toString(means[k]));
		}
		metadata.put("final sum", Double.toString(sum));
		return metadata;
	}

	private static String context(int cued) {
		return "context " + (cued + 1);
	}
}

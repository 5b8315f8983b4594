package org.nullcline.trainer.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.training.Optimizer;

/**
 * What optimizer and hooks remember from step to step, in one map for checkpoints: the optimizer's arrays under its own names,
 * those of a hook under {@code hook-ID-NAME}, which no optimizer uses because its names have no hyphens.
 */
final class TrainingMemory {

	private final Map<String, Weights> all;
	private final Map<String, Weights> optimizer = new LinkedHashMap<>();

	private TrainingMemory(Map<String, Weights> all) {
		this.all = all;
		all.forEach((name, weights) -> {
			if (!name.contains("-")) {
				optimizer.put(name, weights);
			}
		});
	}

	/** At the beginning of training. */
	static TrainingMemory initial(StudyPlan plan, Optimizer optimizer, List<Hooks.Named> hooks, Weights weights)
			throws ContributionException {
		Map<String, Weights> all = new LinkedHashMap<>();
		add(all, "", plan.optimizer().contribution(), optimizer.initialMemory(weights));
		for (Hooks.Named hook : hooks) {
			add(all, prefix(hook.contribution()), hook.contribution(), hook.hook().initialMemory(weights));
		}
		return new TrainingMemory(all);
	}

	private static void add(Map<String, Weights> all, String prefix, Contribution contribution, Map<String, Weights> memory)
			throws ContributionException {
		for (Map.Entry<String, Weights> entry : memory.entrySet()) {
			if (!entry.getKey().matches("\\w+")) {
				// It becomes a part of a name in the checkpoint.
				throw new ContributionException(contribution, "its memory '" + entry.getKey()
						+ "' has a name with other characters than letters, digits and underscores", null);
			}
			all.put(prefix + entry.getKey(), entry.getValue());
		}
	}

	private static String prefix(Contribution hook) {
		return "hook-" + hook.id() + "-";
	}

	/** Everything by name, as checkpoints hold it. */
	Map<String, Weights> all() {
		return all;
	}

	/** What the optimizer remembers. */
	Map<String, Weights> optimizer() {
		return optimizer;
	}

	/** What a hook remembers, by its own names. */
	Map<String, Weights> hook(Contribution hook) {
		Map<String, Weights> own = new LinkedHashMap<>();
		all.forEach((name, weights) -> {
			if (name.startsWith(prefix(hook)) && name.indexOf('-', prefix(hook).length()) < 0) {
				own.put(name.substring(prefix(hook).length()), weights);
			}
		});
		return own;
	}

	/**
	 * The same names with what a checkpoint holds.
	 *
	 * @throws IllegalArgumentException naming the array, if one is missing or has another shape
	 */
	TrainingMemory restored(List<WeightDeclaration> declarations, Map<String, Map<String, INDArray>> stored) {
		Map<String, Weights> restored = new LinkedHashMap<>();
		all.keySet().forEach(name -> restored.put(name,
				Weights.copyOf(declarations, stored.getOrDefault(name, Map.of()))));
		return new TrainingMemory(restored);
	}
}

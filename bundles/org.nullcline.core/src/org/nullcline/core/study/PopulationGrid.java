package org.nullcline.core.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.nullcline.core.study.StudyPlan.Choice;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.model.Population;
import org.nullcline.model.TrainingPlan;

/** The networks of a population: every architecture at every size with every weight of the penalty and every seed. */
final class PopulationGrid {

	/**
	 * An architecture of the grid.
	 *
	 * @param learningRate of its networks, where it differs from that of the plan
	 */
	record Entry(Choice architecture, OptionalDouble learningRate) {
	}

	private final TrainingPlan plan;
	private final TrainingSettings settings;

	private PopulationGrid(TrainingPlan plan, TrainingSettings settings) {
		this.plan = plan;
		this.settings = settings;
	}

	/** The networks of a valid grid, seeds innermost. */
	static List<NetworkPlan> networks(Population population, List<Entry> entries, TrainingPlan plan,
			TrainingSettings settings) {
		PopulationGrid grid = new PopulationGrid(plan, settings);
		List<Double> penalties = population.getL2().isEmpty() ? List.of(plan.getL2()) : List.copyOf(population.getL2());
		List<String> prefixes = NetworkNames.prefixes(entries);
		List<NetworkPlan> networks = new ArrayList<>();
		for (int i = 0; i < entries.size(); i++) {
			for (int size : population.getSizes()) {
				for (double l2 : penalties) {
					String cell = prefixes.get(i) + "-" + size + (penalties.size() > 1 ? "-l2-" + NetworkNames.number(l2) : "");
					for (int seed = 0; seed < population.getSeeds(); seed++) {
						networks.add(grid.network(cell + "-seed-" + seed, entries.get(i), size, l2, seed));
					}
				}
			}
		}
		return networks;
	}

	private NetworkPlan network(String name, Entry entry, int units, double l2, int seed) {
		List<TrainingSettings.Phase> phases = new ArrayList<>();
		for (int i = 0; i < settings.phases().size(); i++) {
			TrainingSettings.Phase phase = settings.phases().get(i);
			boolean own = !plan.getPhases().isEmpty() && plan.getPhases().get(i).getL2() != null;
			phases.add(own ? phase : phase.withL2(l2));
		}
		Map<String, String> properties = new LinkedHashMap<>(entry.architecture().parameters().values());
		properties.put("l2", NetworkNames.number(l2));
		return new NetworkPlan(name, entry.architecture(), units, seed,
				settings.with(phases, entry.learningRate().orElse(settings.learningRate().largest())), properties);
	}
}

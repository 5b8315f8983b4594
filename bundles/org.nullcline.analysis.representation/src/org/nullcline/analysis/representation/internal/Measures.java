package org.nullcline.analysis.representation.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.ParameterValueException;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.similarity.NamedDistance;

/**
 * The distances that are asked for.
 *
 * @param main   the one that findings and figures are about
 * @param beside the others
 */
record Measures(MeasuredPopulation<?> main, List<MeasuredPopulation<?>> beside) {

	private static final String COMPONENTS = "components";
	/** Numbers of components beyond this are left out of the sweep: distances refuse fewer samples for each component. */
	private static final int SAMPLES_PER_COMPONENT = 5;

	/**
	 * @param samples number of samples of each network
	 * @throws AnalysisException if there is no such distance, or it fails
	 */
	static Measures of(RepresentationSettings settings, int samples) throws AnalysisException {
		ContributionRegistry registry = ContributionRegistry.read();
		try {
			Map<String, String> values = new HashMap<>(settings.measureValues());
			int components = components(settings);
			NamedDistance asked = NamedDistance.withKnown(registry, settings.measure(), Map.of(COMPONENTS, "" + components));
			if (asked.parameters().values().containsKey(COMPONENTS)) {
				// One preparation serves all numbers of components.
				int most = settings.sweep().stream().mapToInt(Integer::intValue).filter(d -> d <= samples / SAMPLES_PER_COMPONENT)
						.max()
						.orElse(components);
				values.put(COMPONENTS, "" + Math.max(components, most));
			}
			MeasuredPopulation<?> main = MeasuredPopulation.of(NamedDistance.of(registry, settings.measure(), values), components);
			List<MeasuredPopulation<?>> beside = new ArrayList<>();
			for (String id : settings.beside()) {
				beside.add(MeasuredPopulation.of(NamedDistance.withKnown(registry, id,
						Map.of(COMPONENTS, "" + settings.components())), settings.components()));
			}
			return new Measures(main, beside);
		} catch (IllegalArgumentException | ContributionException e) {
			throw new AnalysisException("The distances cannot be computed: " + e.getMessage());
		}
	}

	private static int components(RepresentationSettings settings) throws AnalysisException {
		String given = settings.measureValues().get(COMPONENTS);
		try {
			return given == null ? settings.components() : Integer.parseInt(given);
		} catch (NumberFormatException e) {
			throw new ParameterValueException("parameter 'measure-settings': components=" + given + " is no whole number");
		}
	}
}

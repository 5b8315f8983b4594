package org.nullcline.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nullcline.model.RunState;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.StoredResult;

/**
 * All that a report says, independent of how it lies on disk.
 *
 * @param name        of the study
 * @param description of the study, or empty
 * @param settings    of the study, in groups
 * @param runs        the networks
 * @param population  analyses of all networks together
 * @param provenance  on what the study was executed, in groups
 * @param limit       the largest fraction of variance unexplained of networks that were analysed; 0: all were
 * @param problems    what a reader must know before all else: networks that failed or are missing, files that are damaged
 */
record ReportContent(String name, String description, List<Group> settings, List<Network> runs,
		List<AnalysisEntry> population, List<Group> provenance, double limit, List<String> problems) {

	ReportContent {
		settings = List.copyOf(settings);
		runs = List.copyOf(runs);
		population = List.copyOf(population);
		provenance = List.copyOf(provenance);
		problems = List.copyOf(problems);
	}

	/** Names and values under a heading. */
	record Group(String heading, Map<String, String> values) {
	}

	/**
	 * One network of the population.
	 *
	 * @param state       how far it came
	 * @param message     why, or empty
	 * @param unexplained fraction of variance unexplained on held-out trials, or NaN
	 * @param seconds     spent in training, or NaN
	 * @param properties  what else its cell of the grid may differ in from others
	 * @param analyses    with all that is shown; without figures and tables, if the network is not shown
	 * @param standsFor   the networks of its cell, itself included, if it is shown with figures and tables; else empty
	 */
	record Network(String name, String architecture, int units, int seed, RunState state, String message, int step,
			int steps, double unexplained, double seconds, Map<String, String> properties, List<Measurement> metrics,
			List<AnalysisEntry> analyses, List<String> standsFor) {

		/** Whether analyses were asked of it, as far as its accuracy goes. */
		boolean reaches(double limit) {
			return limit == 0 || unexplained <= limit;
		}

		Network {
			properties = Map.copyOf(properties);
			metrics = List.copyOf(metrics);
			analyses = List.copyOf(analyses);
			standsFor = List.copyOf(standsFor);
		}
	}

	/**
	 * An analysis and what came of it.
	 *
	 * @param result  nothing if it failed or cannot be read
	 * @param problem why there is no result, else empty
	 */
	record AnalysisEntry(String id, Optional<StoredResult> result, String problem) {

		static AnalysisEntry of(StoredResult result) {
			return new AnalysisEntry(result.analysis(), Optional.of(result), "");
		}

		static AnalysisEntry without(String id, String problem) {
			return new AnalysisEntry(id, Optional.empty(), problem);
		}

		/** The findings alone: results of a large population would fill the memory. */
		AnalysisEntry findingsOnly() {
			return new AnalysisEntry(id, result.map(all -> new StoredResult(all.analysis(), all.analysisName(), all.plugin(),
					all.pluginVersion(), all.subjects(), Map.of(), Map.of(), Map.of(), List.of(), List.of(), all.findings(),
					List.of(), Map.of(), Map.of())), problem);
		}

		/** The name for people. */
		String heading() {
			return result.map(StoredResult::analysisName).filter(name -> !name.isBlank()).orElse(id);
		}
	}
}

package org.nullcline.analysis.representation.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Subject;
import org.nullcline.similarity.DistanceMatrix;

/** What a reader of the distances must know. */
record RepresentationNotes(AnalysisRequest request, RepresentationSettings settings, ComparedNetworks networks,
		PopulationStates states, MeasuredPopulation<?> measure) {

	void addTo(AnalysisResult.Builder result, DistanceMatrix distances) {
		result.note("Distance " + distances.measure() + ": " + distances.definition() + "; over " + states.samples()
				+ (states.samples() < states.total() ? " of " + states.total() + " states, evenly spaced, on " : " states on ")
				+ settings.trials() + " test trials, the same for all networks; "
				+ (settings.fullState() ? "full state." : "hidden units only."));
		if (!measure.named().distance().properties().metric()) {
			result.note("This distance is not a metric: the triangle inequality may fail.");
		}
		addComponents(result);
		result.note("Order of the networks in arrays and in the table of networks: " + String.join(", ", networks.names())
				+ ". Rows of 'linkage' are as in SciPy; 'order' is that of the heat map.");
		result.note("Performance (fraction of variance unexplained on held-out trials): " + performances(networks.compared()) + ".");
		if (!networks.left().isEmpty()) {
			result.note(String.format(Locale.ROOT, "Left out, because they leave more than %.4g of the variance unexplained: ",
					settings.maximumFvu()) + performances(networks.left()) + ".");
		}
		result.note("Tests of labels ask whether networks of one label are nearer to each other than chance: the mean silhouette "
				+ "(Rousseeuw 1987) against that of random permutations of the label over all networks.");
	}

	private void addComponents(AnalysisResult.Builder result) {
		int available = measure.available();
		if (available == 0) {
			return;
		}
		result.note("Distances depend strongly on the number of components; see the table over numbers of components.");
		if (measure.compared() < measure.wanted()) {
			result.note("Only " + measure.compared() + " instead of " + measure.wanted()
					+ " components are compared, because the states of these networks do not vary in more: "
					+ IntStream.range(0, networks.compared().size()).filter(i -> measure.components(i) == available)
							.mapToObj(networks.names()::get).collect(Collectors.joining(", "))
					+ ".");
		}
	}

	private static String performances(List<Subject> subjects) {
		return subjects.stream().map(subject -> subject.name() + " " + ComparedNetworks.performance(subject))
				.collect(Collectors.joining(", "));
	}
}

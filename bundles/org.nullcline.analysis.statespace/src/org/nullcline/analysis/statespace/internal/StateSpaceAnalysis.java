package org.nullcline.analysis.statespace.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.core.network.Network;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.dynamics.PrincipalComponents;
import org.nullcline.dynamics.TrialStates;
import org.nullcline.linearalgebra.NativeArrays;

/** Principal components of a network's states on test trials. */
public final class StateSpaceAnalysis implements Analysis {

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		SubMonitor progress = SubMonitor.convert(monitor, "State space of " + request.subject().name(), 3);
		Network network = request.subject().network();
		TrialBatch trials = request.testTrials(request.parameters().getInteger("trials"));
		TrialStates states = TrialStates.of(network, trials, progress.split(1));
		boolean full = request.parameters().getChoice("state").equals("full");
		int columns = full ? network.cell().state().size() : network.cell().units();
		double[][] samples = states.rows(columns);
		requireUsable(samples, request.subject().name());
		progress.split(1);
		PrincipalComponents components = PrincipalComponents.of(samples);
		progress.split(1);
		int kept = Math.min(request.parameters().getInteger("components"), components.variances().length);
		double[][] projections = components.project(samples, Math.max(2, kept));
		int[] lengths = IntStream.range(0, states.trials()).map(states::length).toArray();
		TrajectoryColours colours = TrajectoryColours.of(request.requiredTask(), trials, lengths);
		double[] fractions = components.explainedFractions();
		double[] cumulative = fractions.clone();
		Arrays.parallelPrefix(cumulative, Double::sum);
		AnalysisResult.Builder result = AnalysisResult.builder();
		result.value("participation_ratio", components.participationRatio());
		for (double share : new double[] { 0.9, 0.95, 0.99 }) {
			result.value("components_for_" + Math.round(100 * share) + "_percent", needed(cumulative, share));
		}
		result.array("components", components.components());
		result.array("mean", NativeArrays.of(components.mean(), components.mean().length));
		result.array("explained_variance", NativeArrays.of(components.variances(), components.variances().length));
		double[][] saved = Arrays.stream(projections).map(row -> Arrays.copyOf(row, kept)).toArray(double[][]::new);
		result.array("projections", NativeArrays.of(saved));
		result.array("trial_lengths",
				NativeArrays.of(Arrays.stream(lengths).mapToDouble(length -> length).toArray(), lengths.length));
		result.table(table(components, fractions, cumulative));
		result.figure(projection(projections, lengths, fractions, colours, request.parameters().getInteger("shown-trials")));
		result.figure(variance(cumulative));
		result.note("Principal components of " + samples.length + " states of " + states.trials()
				+ " test trials, centred, not scaled; " + (full ? "full state" : "hidden units")
				+ ". The sign of a component is such that its largest entry is positive. The rows of 'projections' are the states of trial after trial; 'trial_lengths' tells them apart.");
		result.note("Participation ratio: (sum of variances)^2 / sum of squared variances.");
		return result.build();
	}

	private static int needed(double[] cumulative, double share) {
		int count = 0;
		while (count < cumulative.length - 1 && cumulative[count] < share) {
			count++;
		}
		return count + 1;
	}

	private static Table table(PrincipalComponents components, double[] fractions, double[] cumulative) {
		List<List<String>> rows = new ArrayList<>();
		for (int k = 0; k < Math.min(20, fractions.length); k++) {
			rows.add(List.of(Integer.toString(k + 1), String.format(Locale.ROOT, "%.4g", components.variances()[k]),
					String.format(Locale.ROOT, "%.2f", 100 * fractions[k]),
					String.format(Locale.ROOT, "%.2f", 100 * cumulative[k])));
		}
		return new Table("Explained variance", List.of("Component", "Variance", "Share (%)", "Cumulative (%)"), rows);
	}

	private static Figure projection(double[][] projections, int[] lengths, double[] fractions, TrajectoryColours colours,
			int shown) {
		List<Figure.Layer> layers = new ArrayList<>();
		List<Figure.Layer> ends = new ArrayList<>();
		int start = 0;
		for (int trial = 0; trial < Math.min(shown, lengths.length); trial++) {
			int length = lengths[trial];
			double[] x = IntStream.range(start, start + length).mapToDouble(i -> projections[i][0]).toArray();
			double[] y = IntStream.range(start, start + length).mapToDouble(i -> projections[i][1]).toArray();
			if (length > 0) {
				layers.add(new Figure.Line(colours.name(trial), x, y, colours.hue(trial), true));
				ends.add(new Figure.Points("", new double[] { x[length - 1] }, new double[] { y[length - 1] },
						colours.hue(trial), Marker.DOT, List.of("trial " + trial + ", " + colours.name(trial))));
			}
			start += length;
		}
		layers.addAll(ends);
		return new Figure("projection", "Trials in state space",
				"Lines: test trials; dots: their ends." + (colours.kind().isEmpty() ? "" : " Colour: " + colours.kind() + "."),
				label(1, fractions), label(2, fractions), true, layers);
	}

	private static Figure variance(double[] cumulative) {
		double[] x = IntStream.rangeClosed(0, cumulative.length).asDoubleStream().toArray();
		double[] y = new double[x.length];
		for (int k = 0; k < cumulative.length; k++) {
			y[k + 1] = 100 * cumulative[k];
		}
		return new Figure("explained-variance", "Explained variance", "Cumulative over principal components.",
				"Number of components", "Explained variance (%)", false,
				List.of(new Figure.Line("", x, y, Hue.BLUE, false),
						new Figure.Points("", x, y, Hue.BLUE, Marker.DOT, List.of())));
	}

	private static String label(int component, double[] fractions) {
		double fraction = component <= fractions.length ? fractions[component - 1] : 0;
		return String.format(Locale.ROOT, "PC %d (%.1f %% of variance)", component, 100 * fraction);
	}

	private static void requireUsable(double[][] samples, String name) throws AnalysisException {
		if (samples.length < 2) {
			throw new AnalysisException("The test trials have fewer than two time steps in all; ask for more trials.");
		}
		for (double[] sample : samples) {
			if (!Arrays.stream(sample).allMatch(Double::isFinite)) {
				throw new AnalysisException("The states of " + name + " on test trials are not finite. Was the training stable?");
			}
		}
	}
}

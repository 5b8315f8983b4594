package org.nullcline.analysis.driven.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.task.Task;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.dynamics.PrincipalComponents;
import org.nullcline.hmm.HiddenMarkovStatistics;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.linearalgebra.NativeArrays;

/** Where noise drives a network in state space, and what is left of that without noise. */
public final class DrivenStateSpaceAnalysis implements Analysis {

	static final String REFERENCE = "Torre et al. 2025, trajectories in state space";
	/** More samples change no component that is drawn. */
	private static final int MOST_SAMPLES = 10_000;
	private static final int COMPONENTS = 10;

	@Override
	public boolean suits(Task task) {
		return task instanceof HiddenMarkovTask;
	}

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		Network network = request.subject().network();
		Parameters parameters = request.parameters();
		SubMonitor progress = SubMonitor.convert(monitor, "Driven state space", 100);
		DrivenTrajectory run = DrivenTrajectory.run(network, GaussianNoise.of(request.random().stream("run")), 0,
				parameters.getReal("deviation"), parameters.getInteger("warm-up") + parameters.getInteger("steps"), progress.split(30))
				.after(parameters.getInteger("warm-up"));
		PrincipalComponents components = PrincipalComponents.of(thinned(run.states()));
		progress.worked(10);
		Collapse collapse = Collapse.of(network, run, parameters.getInteger("trajectories"), parameters.getInteger("rest-steps"),
				request.random().stream("collapse"), progress.split(20));
		Orbits orbits = Orbits.of(run, parameters);
		progress.worked(10);
		NoiseLevels levels = NoiseLevels.of(network, parameters.getText("levels"), parameters.getInteger("level-steps"),
				GaussianNoise.of(request.random().stream("levels")), progress.split(30));
		return result(request, run, components, collapse, orbits, levels);
	}

	private static double[][] thinned(double[][] states) {
		int every = (states.length + MOST_SAMPLES - 1) / MOST_SAMPLES;
		double[][] thinned = new double[states.length / every][];
		Arrays.setAll(thinned, k -> states[k * every]);
		return thinned;
	}

	private static AnalysisResult result(AnalysisRequest request, DrivenTrajectory run, PrincipalComponents components,
			Collapse collapse, Orbits orbits, NoiseLevels levels) {
		Network network = request.subject().network();
		AnalysisResult.Builder result = AnalysisResult.builder();
		result.finding(collapse.finding());
		result.finding(orbits.direction());
		result.finding(orbits.number(model(request), request.parameters()));
		result.finding(levels.proportional());
		Optional<String> inapplicable = Homogeneity.inapplicable(network);
		if (inapplicable.isEmpty()) {
			Homogeneity.findings(network, levels).forEach(result::finding);
		} else {
			result.note("The exact properties of homogeneous networks (states scale with the noise, symbols do not depend on it, the origin is"
					+ " a fixed point) do not apply: " + inapplicable.get() + ".");
		}
		double[] explained = components.explainedFractions();
		result.value("explained_1", explained[0]);
		result.value("explained_2", explained.length > 1 ? explained[1] : 0);
		result.value("explained_3", explained.length > 2 ? explained[2] : 0);
		result.value("participation_ratio", components.participationRatio());
		result.value("orbits", orbits.pairs().pairs().size());
		result.value("rest_spread", collapse.largestSpread());
		result.value("rest_from_origin", collapse.fromOrigin());
		result.array("explained_variance", NativeArrays.of(Arrays.copyOf(explained, Math.min(COMPONENTS, explained.length)),
				Math.min(COMPONENTS, explained.length)));
		result.array("rest_point", NativeArrays.of(collapse.point(), collapse.point().length));
		result.array("levels", NativeArrays.of(new double[][] { levels.levels(), levels.radii() }));
		result.table(table(explained));
		DrivenFigures.of(run, components, collapse, levels).forEach(result::figure);
		result.note("An orbit is a pair of frequent symbols that follow one another directly. Its plane is that of the two leading"
				+ " components of the states of its two symbols, its centre their mean. A round trip goes from one symbol to the other and"
				+ " back; it goes round if the centre lies within.");
		return result.build();
	}

	private static Optional<HiddenMarkovStatistics> model(AnalysisRequest request) {
		return request.task().filter(HiddenMarkovTask.class::isInstance).map(task -> ((HiddenMarkovTask) task).model())
				.filter(model -> model.symbols() == request.subject().network().outputs()).flatMap(HiddenMarkovStatistics::ifUnique);
	}

	private static Table table(double[] explained) {
		List<List<String>> rows = new ArrayList<>();
		double sum = 0;
		for (int k = 0; k < Math.min(COMPONENTS, explained.length); k++) {
			sum += explained[k];
			rows.add(List.of(Integer.toString(k + 1), String.format(Locale.ROOT, "%.1f", 100 * explained[k]),
					String.format(Locale.ROOT, "%.1f", 100 * sum)));
		}
		return new Table("Principal components of driven states", List.of("Component", "Variance (%)", "Cumulative (%)"), rows);
	}
}

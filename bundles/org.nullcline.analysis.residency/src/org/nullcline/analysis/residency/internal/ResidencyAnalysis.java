package org.nullcline.analysis.residency.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
import org.nullcline.dynamics.LocalSpectra;
import org.nullcline.dynamics.Logits;
import org.nullcline.dynamics.ParallelParts;
import org.nullcline.dynamics.PrincipalComponents;
import org.nullcline.dynamics.ResidencyRegion;
import org.nullcline.dynamics.ResidencyTimes;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.linearalgebra.NativeArrays;

/** How long symbols last under noise, state by state, and the regions that follow. */
public final class ResidencyAnalysis implements Analysis {

	/** States whose spectra are one part of the work. */
	private static final int PART = 100;
	private static final int MOST_SAMPLES_OF_COMPONENTS = 5000;

	@Override
	public boolean suits(Task task) {
		return task instanceof HiddenMarkovTask;
	}

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		Parameters parameters = request.parameters();
		Network network = request.subject().network();
		ResidencyRegion.Limits limits = new ResidencyRegion.Limits(parameters.getReal("transition-below"), parameters.getReal("cluster-above"),
				parameters.getReal("cluster-confidence"));
		if (limits.transitionBelow() > limits.clusterAbove()) {
			throw new AnalysisException("transition-below " + limits.transitionBelow() + " is above cluster-above "
					+ limits.clusterAbove() + "; the kick-zone lies between them.");
		}
		SubMonitor progress = SubMonitor.convert(monitor, "Residency times", 10);
		int warmUp = parameters.getInteger("warm-up");
		double deviation = parameters.getReal("deviation");
		DrivenTrajectory run = DrivenTrajectory.run(network, GaussianNoise.of(request.random().stream("run")), 0, deviation,
				warmUp + parameters.getInteger("states"), progress.split(1)).after(warmUp);
		ResidencyTimes times = ResidencyTimes.measure(network, run.states(), parameters.getInteger("rollouts"),
				parameters.getInteger("longest"), deviation, GaussianNoise.of(request.random().stream("rollouts")), progress.split(6));
		int[] unstable = unstable(network, run.states(), progress.split(3));
		ResidencyRegion[] regions = new ResidencyRegion[run.steps()];
		for (int s = 0; s < regions.length; s++) {
			regions[s] = ResidencyRegion.of(times.times()[s], Logits.confidence(run.outputs()[s]), limits);
		}
		int blocks = Math.min(parameters.getInteger("blocks"), regions.length / 2);
		return result(request, new MeasuredStates(run, times, unstable, regions, blocks));
	}

	private static int[] unstable(Network network, double[][] states, IProgressMonitor monitor) {
		LocalSpectra spectra = new LocalSpectra(network);
		int parts = (states.length + PART - 1) / PART;
		int[] unstable = new int[states.length];
		ParallelParts.compute(parts, part -> {
			for (int s = part * PART; s < Math.min(states.length, (part + 1) * PART); s++) {
				unstable[s] = LocalSpectra.unstable(spectra.of(states[s]));
			}
			return part;
		}, monitor);
		return unstable;
	}

	private static AnalysisResult result(AnalysisRequest request, MeasuredStates states) {
		Parameters parameters = request.parameters();
		AnalysisResult.Builder result = AnalysisResult.builder();
		double[] times = states.times().times();
		result.value("states", states.count());
		result.value("mean_residency_time", mean(times));
		result.value("maximum_residency_time", Arrays.stream(times).max().orElse(Double.NaN));
		result.value("unended_fraction", mean(states.times().unended()));
		List<List<String>> rows = new ArrayList<>();
		for (ResidencyRegion region : ResidencyRegion.values()) {
			String name = region.words().replace('-', '_');
			double unstable = states.unstable(states.all(), region);
			double signs = states.signChanges(states.all(), region);
			result.value(name + "_share", states.share(region));
			result.value(name + "_unstable", unstable);
			result.value(name + "_sign_changes", signs);
			rows.add(List.of(region.words(), number(100 * states.share(region)), number(unstable),
					number(100 * states.contracting(states.all(), region)), number(signs)));
		}
		result.table(new Table("Regions", List.of("Region", "States (%)", "Eigenvalues outside the unit circle",
				"States without one (%)", "Sign changes"), rows));
		result.array("residency_time", NativeArrays.of(times, states.count()));
		result.array("sign_changes", NativeArrays.of(states.times().signChanges(), states.count()));
		result.array("unstable", NativeArrays.of(Arrays.stream(states.unstable()).asDoubleStream().toArray(), states.count()));
		result.array("region",
				NativeArrays.of(Arrays.stream(states.regions()).mapToDouble(ResidencyRegion::ordinal).toArray(), states.count()));
		result.array("symbol", NativeArrays.of(Arrays.stream(states.run().symbols()).asDoubleStream().toArray(), states.count()));
		result.array("states", NativeArrays.of(states.run().states()));
		new ResidencyFindings(states, request.random().below("bootstrap")).all().forEach(result::finding);
		double[][] samples = states.run().states();
		PrincipalComponents components = PrincipalComponents
				.of(Arrays.copyOf(samples, Math.min(samples.length, MOST_SAMPLES_OF_COMPONENTS)));
		ResidencyFigures.of(states, components, parameters.getInteger("longest")).forEach(result::figure);
		result.note("Residency time: mean number of steps under fresh noise until the most probable symbol is another one, the step"
				+ " of the change included; rollouts without a change end after " + parameters.getInteger("longest")
				+ " steps and count with that time. Sign changes: of the increment of the first symbol's logit, before the change.");
		result.note(String.format(Locale.ROOT,
				"Regions: transition below %s, kick-zone up to %s, cluster above with a confidence above %s; states of a longer residency and"
						+ " less confidence are in none. Values of the array region: 0 transition, 1 kick-zone, 2 cluster, 3 none.",
				parameters.values().get("transition-below"), parameters.values().get("cluster-above"),
				parameters.values().get("cluster-confidence")));
		result.note("Unstable directions: eigenvalues of dF/dh without input, |z| > 1 (" + request.subject().network().cell()
				.jacobianMethod() + "). The intervals are about this run of this network, not about others.");
		return result.build();
	}

	private static double mean(double[] values) {
		return Arrays.stream(values).average().orElse(Double.NaN);
	}

	private static String number(double value) {
		return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3g", value);
	}
}

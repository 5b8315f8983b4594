package org.nullcline.analysis.noise.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.DoesNotApplyException;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.task.Task;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.dynamics.SampleMean;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.linearalgebra.NativeArrays;

/** How sensitive clusters and transitions are to noise. */
public final class NoiseSensitivityAnalysis implements Analysis {

	static final double[] GAMMAS = { 0, 0.5, 1 };
	private static final String REFERENCE = "Torre et al. 2025, noise sensitivity";

	@Override
	public boolean suits(Task task) {
		return task instanceof HiddenMarkovTask;
	}

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		Parameters parameters = request.parameters();
		Network network = request.subject().network();
		int runs = parameters.getInteger("runs");
		SubMonitor progress = SubMonitor.convert(monitor, "Noise sensitivity", 2 * runs);
		double deviation = parameters.getReal("deviation");
		GaussianNoise nominal = GaussianNoise.of(request.random().stream("runs"));
		SwitchSearch search = new SwitchSearch(network, deviation, parameters.getInteger("probes"),
				parameters.getInteger("probe-steps"), parameters.getReal("committed-below"), parameters.getReal("waiting-from"),
				parameters.getInteger("earliest"));
		List<SwitchSensitivity> measured = new ArrayList<>();
		int withoutSwitch = 0;
		for (int number = 0; number < runs; number++) {
			DrivenTrajectory run = DrivenTrajectory.run(network, nominal, number, deviation, parameters.getInteger("steps"),
					progress.split(1));
			withoutSwitch += run.switches().length == 0 ? 1 : 0;
			Optional<Switch> found = search.find(number, run, GaussianNoise.of(request.random().stream("probes", number)),
					progress.split(1));
			if (found.isPresent()) {
				measured.add(measure(network, run, found.get(), nominal, request.random(), parameters));
			}
		}
		if (measured.isEmpty()) {
			throw new DoesNotApplyException("No usable switch in " + runs + " runs of " + parameters.getInteger("steps") + " steps ("
					+ withoutSwitch + " runs without any): a switch must be waited for (" + parameters.getReal("waiting-from")
					+ " steps or more) and then committed. More or longer runs may have one; a network on the plateau before it"
					+ " dwells in its symbols has none.");
		}
		return result(measured, runs, parameters);
	}

	private static SwitchSensitivity measure(Network network, DrivenTrajectory run, Switch event, GaussianNoise nominal,
			RandomStreams random, Parameters parameters) {
		GaussianNoise fresh = GaussianNoise.of(random.stream("fresh", event.run()));
		Divergence[] cluster = new Divergence[GAMMAS.length];
		Divergence[] transition = new Divergence[GAMMAS.length];
		for (int g = 0; g < GAMMAS.length; g++) {
			cluster[g] = diverge(network, run, event, event.cluster(), nominal, GAMMAS[g], fresh, parameters);
			transition[g] = diverge(network, run, event, event.transition(), nominal, GAMMAS[g], fresh, parameters);
		}
		return new SwitchSensitivity(event, cluster, transition);
	}

	private static Divergence diverge(Network network, DrivenTrajectory run, Switch event, int from, GaussianNoise nominal,
			double gamma, GaussianNoise fresh, Parameters parameters) {
		double deviation = parameters.getReal("deviation");
		double[][] noise = new double[parameters.getInteger("length")][network.cell().inputs()];
		for (int t = 0; t < noise.length; t++) {
			nominal.fill(event.run(), from + 1L + t, noise[t], 0, noise[t].length);
			for (int c = 0; c < noise[t].length; c++) {
				noise[t][c] *= deviation;
			}
		}
		return Divergence.of(network, run.states()[from], noise, gamma, parameters.getInteger("trajectories"), fresh, deviation);
	}

	private static AnalysisResult result(List<SwitchSensitivity> measured, int runs, Parameters parameters) {
		int last = parameters.getInteger("length") - 1;
		AnalysisResult.Builder result = AnalysisResult.builder();
		result.value("switches", measured.size());
		result.value("runs", runs);
		List<List<String>> rows = new ArrayList<>();
		for (int g = 0; g < GAMMAS.length; g++) {
			String suffix = "_gamma_" + (int) (100 * GAMMAS[g]);
			double cluster = mean(measured, SwitchSensitivity::cluster, g, last);
			double transition = mean(measured, SwitchSensitivity::transition, g, last);
			result.value("cluster_trace" + suffix, cluster);
			result.value("transition_trace" + suffix, transition);
			rows.add(List.of(Double.toString(GAMMAS[g]), number(mean(measured, SwitchSensitivity::cluster, g, 0)),
					number(mean(measured, SwitchSensitivity::transition, g, 0)), number(cluster), number(transition)));
		}
		result.value("drive_trace_ratio",
				measured.getFirst().cluster()[1].driveTrace() / measured.getFirst().cluster()[2].driveTrace());
		result.table(new Table("Trace of the covariance, mean over switches", List.of("Share of fresh noise", "Cluster, step 1",
				"Transition, step 1", "Cluster, step " + (last + 1), "Transition, step " + (last + 1)), rows));
		result.finding(finding(measured, 2, last));
		result.finding(finding(measured, 1, last));
		result.array("cluster_trace", traces(measured, SwitchSensitivity::cluster));
		result.array("transition_trace", traces(measured, SwitchSensitivity::transition));
		result.array("switches", NativeArrays.of(measured.stream().map(m -> new double[] { m.event().run(), m.event().cluster(),
				m.event().transition(), m.event().step() }).toArray(double[][]::new)));
		result.figure(figure("spread", "Spread of trajectories", "trace of the covariance of the states", measured, Divergence::trace));
		result.figure(figure("distance", "Distance to the mean trajectory", "mean distance", measured, Divergence::distance));
		result.note("Trajectories get (1 - gamma) nominal + gamma fresh noise, nominal being that of the run. Cluster: the middle of the"
				+ " dwell, at most 100 steps before the switch. Transition: the earliest state from which all probes with fresh noise"
				+ " switch, in fewer than " + parameters.getReal("committed-below") + " steps on average. Columns of the array"
				+ " switches: run, steps of cluster, transition and switch. Arrays of traces: [switch, gamma, step].");
		if (measured.size() < runs) {
			result.note((runs - measured.size()) + " of " + runs + " runs have no usable switch.");
		}
		return result.build();
	}

	/** The claim at one gamma; the interval is that of the mean log ratio over switches, written as a ratio. */
	private static Finding finding(List<SwitchSensitivity> measured, int gamma, int last) {
		double[] logs = measured.stream().mapToDouble(m -> m.logRatio(gamma, last)).toArray();
		Interval interval = SampleMean.interval(logs, "switches");
		double ratio = Math.exp(SampleMean.of(logs).mean());
		Verdict verdict = interval.low() > 0 ? Verdict.REPRODUCED : interval.high() < 0 ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
		return new Finding(
				String.format(Locale.ROOT, "With a share %s of fresh noise, trajectories from a cluster are spread more widely after %d"
						+ " steps than those from a transition.", GAMMAS[gamma], last + 1),
				ratio, new Interval(Math.exp(interval.low()), Math.exp(interval.high()), interval.method()), "> 1",
				REFERENCE, verdict,
				String.format(Locale.ROOT,
						"Geometric mean over %d switches of the ratio of the traces; the paper's figures show factors from 1.2 to 1.6 for"
								+ " fresh noise alone.",
						measured.size()));
	}

	private static double mean(List<SwitchSensitivity> measured, Function<SwitchSensitivity, Divergence[]> place, int gamma, int step) {
		return measured.stream().mapToDouble(m -> place.apply(m)[gamma].trace()[step]).average().orElse(Double.NaN);
	}

	private static INDArray traces(List<SwitchSensitivity> measured,
			Function<SwitchSensitivity, Divergence[]> place) {
		int steps = place.apply(measured.getFirst())[0].trace().length;
		double[] values = new double[measured.size() * GAMMAS.length * steps];
		for (int k = 0; k < measured.size(); k++) {
			for (int g = 0; g < GAMMAS.length; g++) {
				System.arraycopy(place.apply(measured.get(k))[g].trace(), 0, values, (k * GAMMAS.length + g) * steps, steps);
			}
		}
		return NativeArrays.of(values, measured.size(), GAMMAS.length, steps);
	}

	private static Figure figure(String id, String title, String label, List<SwitchSensitivity> measured,
			Function<Divergence, double[]> quantity) {
		List<Figure.Layer> layers = new ArrayList<>();
		for (int g = 1; g < GAMMAS.length; g++) {
			layers.add(line("cluster, γ = " + GAMMAS[g], measured, SwitchSensitivity::cluster, g, quantity, Hue.BLUE));
			layers.add(line("transition, γ = " + GAMMAS[g], measured, SwitchSensitivity::transition, g, quantity, Hue.RED));
		}
		return new Figure(id, title, "Mean over switches; thin lines are half nominal, half fresh noise.", "step", label, false, layers);
	}

	private static Figure.Line line(String name, List<SwitchSensitivity> measured, Function<SwitchSensitivity, Divergence[]> place,
			int gamma, Function<Divergence, double[]> quantity, Hue hue) {
		int steps = place.apply(measured.getFirst())[gamma].trace().length;
		double[] x = new double[steps];
		double[] y = new double[steps];
		for (int t = 0; t < steps; t++) {
			int step = t;
			x[t] = t + 1.0;
			y[t] = measured.stream().mapToDouble(m -> quantity.apply(place.apply(m)[gamma])[step]).average().orElse(Double.NaN);
		}
		return new Figure.Line(name, x, y, hue, gamma == 1);
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.4g", value);
	}
}

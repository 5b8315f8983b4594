package org.nullcline.analysis.composition.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.DoesNotApplyException;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.task.Task;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.dynamics.PrincipalComponents;
import org.nullcline.dynamics.ResidencyRegion;
import org.nullcline.dynamics.RoundTrips;
import org.nullcline.dynamics.SymbolPairs;
import org.nullcline.dynamics.SymbolPairs.Pair;
import org.nullcline.hmm.HiddenMarkovStatistics;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.linearalgebra.NativeArrays;

/** Whether the orbits of a network of several symbols are made of the same parts: clusters, kick-zones, transitions, triplets. */
public final class CompositionAnalysis implements Analysis {

	private static final String WEIGHTS = "weights";
	/** Components of the run that the pairs' own components are sought in. */
	private static final int COMMON = 4;
	private static final int MOST_SAMPLES = 10_000;

	@Override
	public boolean suits(Task task) {
		return task instanceof HiddenMarkovTask;
	}

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		Network network = request.subject().network();
		Parameters parameters = request.parameters();
		if (parameters.getReal("transition-below") > parameters.getReal("cluster-above")) {
			throw new AnalysisException("transition-below " + parameters.getReal("transition-below") + " is above cluster-above "
					+ parameters.getReal("cluster-above") + "; the kick-zone lies between them.");
		}
		SubMonitor progress = SubMonitor.convert(monitor, "Compositional reuse", 100);
		int warmUp = parameters.getInteger("warm-up");
		DrivenTrajectory run = DrivenTrajectory.run(network, GaussianNoise.of(request.random().stream("run")), 0,
				parameters.getReal("deviation"), warmUp + parameters.getInteger("steps"), progress.split(30)).after(warmUp);
		PrincipalComponents components = PrincipalComponents.of(thinned(run.states()));
		double[][] common = components.project(run.states(), Math.min(COMMON, run.states()[0].length));
		progress.worked(10);
		double smallestShare = parameters.getReal("minimum-share");
		List<Pair> pairs = SymbolPairs.all(run.shares(), smallestShare);
		if (pairs.isEmpty()) {
			throw new DoesNotApplyException("The run shows fewer than two symbols for at least the share minimum-share " + smallestShare
					+ "; there is no pair of symbols to look at.");
		}
		SubMonitor each = progress.split(60).setWorkRemaining(pairs.size());
		List<PairOrbit> orbits = new ArrayList<>();
		for (Pair pair : pairs) {
			orbits.add(PairOrbit.of(network, run, common, pair, parameters, request.random(), each.split(1)));
		}
		return result(request, run, orbits);
	}

	private static double[][] thinned(double[][] states) {
		int every = (states.length + MOST_SAMPLES - 1) / MOST_SAMPLES;
		return IntStream.range(0, states.length / every).mapToObj(k -> states[k * every]).toArray(double[][]::new);
	}

	private static AnalysisResult result(AnalysisRequest request, DrivenTrajectory run, List<PairOrbit> orbits)
			throws AnalysisException {
		Parameters parameters = request.parameters();
		double smallestShare = parameters.getReal("minimum-share");
		double smallestPart = parameters.getReal("minimum-part");
		double[] shares = run.shares();
		Optional<HiddenMarkovStatistics> model = request.task().filter(HiddenMarkovTask.class::isInstance)
				.map(task -> ((HiddenMarkovTask) task).model()).filter(m -> m.symbols() == shares.length)
				.flatMap(HiddenMarkovStatistics::ifUnique);
		List<Pair> allowed = model.map(
				statistics -> SymbolPairs.of(statistics.symbolFrequencies(), statistics.symbolPairs(), smallestShare, smallestPart))
				.orElseGet(() -> SymbolPairs.of(run, smallestShare, smallestPart)).pairs();
		List<Pair> forbidden = orbits.stream().map(PairOrbit::pair).filter(pair -> !allowed.contains(pair)).toList();
		AnalysisResult.Builder result = AnalysisResult.builder();
		result.finding(CompositionFindings.allowedHaveOrbits(withMissing(orbits, allowed), allowed, parameters.getReal("smallest-region")));
		CompositionFindings.forbiddenHaveNone(run, forbidden, shares, smallestShare, smallestPart).ifPresentOrElse(result::finding,
				() -> result.note("All pairs of frequent symbols are joined; there is none that should have no orbit."));
		int[] frequent = IntStream.range(0, shares.length).filter(k -> shares[k] >= smallestShare).toArray();
		result.finding(CompositionFindings.oneTripletPerSymbol(request.required().ofNetwork(WEIGHTS, request.subject()), frequent));
		List<List<String>> rows = new ArrayList<>();
		for (PairOrbit orbit : orbits) {
			String name = orbit.pair().first() + "_" + orbit.pair().second();
			result.value("steps_" + name, orbit.steps().length);
			rows.add(row(orbit, allowed.contains(orbit.pair())));
			if (orbit.regions().length > 0) {
				for (ResidencyRegion region : ResidencyRegion.values()) {
					result.value(region.words().replace('-', '_') + "_share_" + name, orbit.share(region));
				}
				result.array("positions_" + name, NativeArrays.of(orbit.plane()));
				result.array("steps_" + name, NativeArrays.of(Arrays.stream(orbit.steps()).asDoubleStream().toArray(), orbit.steps().length));
				result.figure(CompositionFigures.regions(orbit));
			}
		}
		result.table(new Table("Pairs of symbols", List.of("Symbols", "Joined by the model", "Steps in stretches", "PC 1 (%)", "PC 3 (%)",
				"Round trips", "in one direction", "Transition (%)", "Kick-zone (%)", "Cluster (%)"), rows));
		result.figure(CompositionFigures.pairs(orbits));
		result.note("A pair's stretches show both of its symbols, no other, and last at least " + parameters.getInteger("stretch")
				+ " steps. Its components are those of the stretches within the four leading components of the whole run."
				+ (model.isPresent() ? "" : " Without a task with a hidden Markov model, the pairs that the run itself joins count as joined."));
		return result.build();
	}

	/** With pairs that the model joins, but of which the run shows too little of one symbol. */
	private static List<PairOrbit> withMissing(List<PairOrbit> orbits, List<Pair> allowed) {
		List<PairOrbit> all = new ArrayList<>(orbits);
		for (Pair pair : allowed) {
			if (orbits.stream().noneMatch(orbit -> orbit.pair().equals(pair))) {
				all.add(new PairOrbit(pair, new int[0], new double[0][], new double[0],
						new RoundTrips(new int[0]), new int[0], new ResidencyRegion[0]));
			}
		}
		return all;
	}

	private static List<String> row(PairOrbit orbit, boolean joined) {
		double[] explained = orbit.explained();
		return List.of(orbit.pair().toString(), joined ? "yes" : "no", Integer.toString(orbit.steps().length),
				explained.length > 0 ? number(100 * explained[0]) : "-", explained.length > 2 ? number(100 * explained[2]) : "-",
				Integer.toString(orbit.trips().windings().length), Integer.toString(orbit.trips().inOneDirection()),
				number(100 * orbit.share(ResidencyRegion.TRANSITION)), number(100 * orbit.share(ResidencyRegion.KICK_ZONE)),
				number(100 * orbit.share(ResidencyRegion.CLUSTER)));
	}

	private static String number(double value) {
		return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3g", value);
	}
}

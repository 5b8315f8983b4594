package org.nullcline.analysis.weights.internal;

import java.nio.file.Path;
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
import org.nullcline.core.network.UnitDrives;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.Task;
import org.nullcline.dynamics.DriveIntervention;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.dynamics.SwitchTrials;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.linearalgebra.NativeArrays;

/** Kick neurons, and the weights between them and the units that drive them. */
public final class WeightsAnalysis implements Analysis {

	private static final int GROUP = 3;
	/** Two disjoint triplets for each of the shuffles. */
	private static final int FEWEST_UNITS = 2 * GROUP;

	@Override
	public boolean suits(Task task) {
		return task instanceof HiddenMarkovTask;
	}

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		Network network = request.subject().network();
		UnitDrives drives = DriveIntervention.required(network);
		if (network.cell().units() < FEWEST_UNITS) {
			throw new DoesNotApplyException("Two groups of three units are compared; this network has " + network.cell().units() + " units.");
		}
		Parameters parameters = request.parameters();
		SubMonitor progress = SubMonitor.convert(monitor, "Kick neurons", 100);
		DrivenTrajectory run = DrivenTrajectory.run(network, GaussianNoise.of(request.random().stream("run")), 0,
				parameters.getReal("deviation"), parameters.getInteger("steps"), progress.split(5));
		boolean[] occupied = new boolean[network.outputs()];
		int[] symbols = IntStream.range(0, occupied.length).filter(k -> run.shares()[k] >= parameters.getReal("minimum-share"))
				.toArray();
		Arrays.stream(symbols).forEach(symbol -> occupied[symbol] = true);
		if (symbols.length < 2) {
			throw new DoesNotApplyException("The run shows " + symbols.length + " symbol(s) for at least the share minimum-share "
					+ parameters.getReal("minimum-share") + "; nothing can be said of what makes the network leave a symbol.");
		}
		List<KickGroup> groups = new ArrayList<>();
		List<String> notes = new ArrayList<>();
		for (int symbol : symbols) {
			Optional<KickGroup> group = group(request, network, drives, run, symbol, occupied, progress.split(90 / symbols.length));
			group.ifPresentOrElse(groups::add, () -> notes.add("Symbol " + symbol
					+ " is left out: no state of the run is confident of it, or the run never leaves it."));
		}
		return result(request, network, drives, run, groups, notes, progress.split(5));
	}

	private static Optional<KickGroup> group(AnalysisRequest request, Network network, UnitDrives drives, DrivenTrajectory run,
			int symbol, boolean[] occupied, IProgressMonitor monitor) throws AnalysisException {
		Parameters parameters = request.parameters();
		double confidence = parameters.getReal("confidence");
		int length = parameters.getInteger("length");
		double deviation = parameters.getReal("deviation");
		Signature signature = Signature.of(network, drives, run, symbol, confidence);
		Optional<SwitchTrials> drawn = SwitchTrials.draw(network, run, symbol, occupied, confidence,
				parameters.getInteger("trajectories"), length, deviation, request.random().stream("search", symbol));
		if (drawn.isEmpty() || signature.transition().isEmpty()) {
			return Optional.empty();
		}
		SwitchTrials trials = drawn.get();
		SwitchTrials fresh = SwitchTrials.draw(network, run, symbol, occupied, confidence, parameters.getInteger("confirm"), length,
				deviation, request.random().stream("confirmation", symbol)).orElseThrow();
		SubMonitor progress = SubMonitor.convert(monitor, 100);
		KickSearch search = new KickSearch(trials, signature);
		int[] singles = search.singles(progress.split(10));
		boolean exhaustive = parameters.getChoice("search").equals("exhaustive");
		List<int[]> triplets = KickSearch.triplets(exhaustive ? IntStream.range(0, network.cell().units()).toArray()
				: search.candidates(singles, Math.min(parameters.getInteger("candidates"), network.cell().units())));
		String file = parameters.getText("progress-file").strip();
		Optional<TripletProgress> noted = exhaustive && !file.isEmpty()
				? Optional.of(TripletProgress.of(Path.of(file + "-symbol-" + symbol), trials))
				: Optional.empty();
		int[] counts = search.counts(triplets, noted, progress.split(80));
		int[] units = KickSearch.best(triplets, counts, singles);
		double[] random = randomGroups(fresh, signature, parameters.getInteger("random-groups"),
				request.random().stream("random groups", symbol), progress.split(10));
		try (SwitchTrials.Runner searched = trials.runner(); SwitchTrials.Runner confirming = fresh.runner()) {
			return Optional.of(new KickGroup(symbol, units, triplets.size(), searched.switched(DriveIntervention.silence(units)),
					confirming.switched(DriveIntervention.silence(units)), confirming.switched(DriveIntervention.none()), random,
					Arrays.stream(singles).mapToDouble(count -> (double) count / trials.trajectories()).toArray(), signature));
		}
	}

	private static double[] randomGroups(SwitchTrials trials, Signature signature, int count, RandomStream random,
			IProgressMonitor monitor) throws AnalysisException {
		int units = trials.network().cell().units();
		List<int[]> groups = IntStream.range(0, count)
				.mapToObj(k -> IntStream.generate(() -> random.nextInt(units)).distinct().limit(GROUP).sorted().toArray()).toList();
		return Arrays.stream(new KickSearch(trials, signature).counts(groups, monitor))
				.mapToDouble(switched -> (double) switched / trials.trajectories()).toArray();
	}

	private static AnalysisResult result(AnalysisRequest request, Network network, UnitDrives drives, DrivenTrajectory run,
			List<KickGroup> groups, List<String> notes, IProgressMonitor monitor) {
		Parameters parameters = request.parameters();
		AnalysisResult.Builder result = AnalysisResult.builder();
		result.value("groups", groups.size());
		List<List<String>> rows = new ArrayList<>();
		for (KickGroup group : groups) {
			result.value("switches_without_group_" + group.symbol(), group.confirmed().value());
			result.value("switches_" + group.symbol(), group.baseline().value());
			result.finding(WeightFindings.stays(group));
			result.finding(WeightFindings.signature(group));
			result.figure(WeightFigures.singles(group));
			rows.add(List.of(Integer.toString(group.symbol()), WeightFindings.units(group.units()), number(group.searched().value()),
					number(group.confirmed().value()), number(group.baseline().value()), number(group.chance())));
		}
		result.table(new Table("Kick neurons", List.of("Symbol that is left", "Units", "Switches in the search", "Confirmed",
				"Without silence", "Probability of a random triplet as good"), rows));
		if (!groups.isEmpty()) {
			result.array("kick_units", NativeArrays.of(groups.stream().map(g -> doubles(g.units())).toArray(double[][]::new)));
			result.array("kick_symbols", NativeArrays.of(groups.stream().mapToDouble(KickGroup::symbol).toArray(), groups.size()));
			result.array("single_unit_switches", NativeArrays.of(groups.stream().map(KickGroup::singles).toArray(double[][]::new)));
		}
		double[][] weights = NativeArrays.rows(network.weights().get(drives.recurrent()));
		int count = Math.max(2, Math.min(parameters.getInteger("integrating-units"), network.cell().units() / 2) / 2 * 2);
		for (int a = 0; a < groups.size(); a++) {
			for (int b = a + 1; b < groups.size(); b++) {
				org.nullcline.dynamics.Cancellation.check(monitor);
				KickGroup first = groups.get(a);
				KickGroup second = groups.get(b);
				Circuit circuit = Circuit.of(weights, first.units(), second.units(), count);
				WeightFindings.circuit(first, second, circuit, parameters.getInteger("shuffles"), request.random().below("shuffles"))
						.forEach(result::finding);
				WeightFigures.blocks(first, second, circuit).forEach(result::figure);
				result.figure(WeightFigures.activity(first, second, circuit, run));
				result.array("integrating_units_" + first.symbol() + "_" + second.symbol(),
						NativeArrays.of(new double[][] { doubles(circuit.pools()[0]), doubles(circuit.pools()[1]) }));
			}
		}
		notes.forEach(result::note);
		result.note("A switch: within " + parameters.getInteger("length")
				+ " steps the most probable symbol is another one of those that the run shows often. Silent units get no drive at all."
				+ " Units are counted from 0. The search is " + parameters.getChoice("search") + ".");
		result.note("Integrating populations: of the " + count + " units whose mean weights to two triplets have the most negative"
				+ " product, the lower and the upper half by the weight to the first triplet. Kick neurons may be among them.");
		return result.build();
	}

	private static double[] doubles(int[] values) {
		return Arrays.stream(values).asDoubleStream().toArray();
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.3g", value);
	}
}

package org.nullcline.analysis.interventions.internal;

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
import org.nullcline.dynamics.PrincipalComponents;
import org.nullcline.dynamics.SwitchTrials;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.linearalgebra.NativeArrays;

/** What scaling the drives of groups of units does to switches. */
public final class InterventionsAnalysis implements Analysis {

	private static final String WEIGHTS = "weights";

	@Override
	public boolean suits(Task task) {
		return task instanceof HiddenMarkovTask;
	}

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		Network network = request.subject().network();
		UnitDrives drives = DriveIntervention.required(network);
		Parameters parameters = request.parameters();
		List<Group> groups = groups(request);
		SubMonitor progress = SubMonitor.convert(monitor, "Interventions", 10 + 100 * groups.size());
		DrivenTrajectory run = DrivenTrajectory.run(network, GaussianNoise.of(request.random().stream("run")), 0,
				parameters.getReal("deviation"), parameters.getInteger("steps"), progress.split(10));
		double[] shares = run.shares();
		boolean[] occupied = new boolean[network.outputs()];
		for (int k = 0; k < occupied.length; k++) {
			occupied[k] = shares[k] >= parameters.getReal("minimum-share");
		}
		PrincipalComponents components = PrincipalComponents.of(run.states());
		double[][] weights = NativeArrays.rows(network.weights().get(drives.recurrent()));
		AnalysisResult.Builder result = AnalysisResult.builder();
		List<List<String>> rows = new ArrayList<>();
		int measured = 0;
		for (Group group : groups) {
			Optional<SwitchTrials> trials = SwitchTrials.draw(network, run, group.symbol(), occupied, parameters.getReal("confidence"),
					parameters.getInteger("trajectories"), parameters.getInteger("length"), parameters.getReal("deviation"),
					request.random().stream("trials", group.symbol()));
			if (trials.isEmpty()) {
				result.note("Symbol " + group.symbol() + " is left out: no state of the run is confident of it.");
				continue;
			}
			GroupSweeps sweeps = measure(request, group, groups, trials.get(), weights, run, components, progress.split(100));
			add(result, rows, sweeps, request);
			result.figure(InterventionFigures.trajectory(sweeps, trials.get(), run.states(), components));
			measured++;
		}
		result.value("groups", measured);
		result.table(new Table("Fraction of trajectories that switch", List.of("Symbol that is left", "Scaled", "Units", "Factor 0",
				"Factor 1", "Largest factor"), rows));
		result.note("A factor scales rows of the weights, what a unit receives: the recurrent drive (W h)_i of the kick neurons, or the"
				+ " external drive (V x)_i of their sources or of the control. The Jacobian under an intervention is D diag(c) W."
				+ " Sources are units with the largest positive weights to the group.");
		result.note("Critical pairs: |Re m| < 0.1 and Im m > 0.06 after the Möbius map m = (z - 1)/(z + 1), of the Jacobians of the 31"
				+ " steps around a switch, with the noise that they had.");
		return result.build();
	}

	private static List<Group> groups(AnalysisRequest request) throws AnalysisException {
		Network network = request.subject().network();
		String given = request.parameters().getText("groups").strip();
		if (!given.isEmpty()) {
			return Group.parse(given, network.outputs(), network.cell().units());
		}
		List<Group> found = request.required().ofNetwork(WEIGHTS, request.subject()).map(Group::found).orElse(List.of());
		if (found.isEmpty()) {
			throw new DoesNotApplyException("The analysis " + WEIGHTS + " has found no kick neurons of this network. Name units with the"
					+ " parameter groups, for example --set \"groups=0: 83 6 59\".");
		}
		return found;
	}

	private static GroupSweeps measure(AnalysisRequest request, Group group, List<Group> groups, SwitchTrials trials,
			double[][] weights, DrivenTrajectory run, PrincipalComponents components, IProgressMonitor monitor)
			throws AnalysisException {
		Parameters parameters = request.parameters();
		double[] factors = factors(parameters);
		SubMonitor progress = SubMonitor.convert(monitor, 100);
		GaussianNoise noise = GaussianNoise.of(request.random().stream("pairs", group.symbol()));
		List<Sweep> sweeps = new ArrayList<>();
		for (Pathway pathway : Pathway.values()) {
			int[] units = pathway.units(group, groups, weights, parameters.getInteger("noise-sources"),
					parameters.getInteger("control-excludes"));
			int[][] reached = Sweep.reached(trials, pathway, units, factors, progress.split(5));
			double[][] pairs = CriticalPairs.count(trials.network(), pathway, units, factors, group.symbol(),
					parameters.getInteger("pair-steps"), parameters.getInteger("pair-switches"), parameters.getReal("deviation"), noise,
					progress.split(20));
			sweeps.add(new Sweep(pathway, units, factors, reached, pairs));
		}
		double[] random = random(trials, group, parameters.getInteger("random-groups"),
				request.random().stream("random groups", group.symbol()), progress.split(20));
		Overshoot overshoot = Overshoot.of(trials, sweeps.get(Pathway.KICK.ordinal()), group.symbol(), run, components,
				parameters.getReal("confidence"));
		return new GroupSweeps(group, sweeps, overshoot, random);
	}

	/** 0, 1/n, ..., 1 and on at the same distance up to the largest. */
	private static double[] factors(Parameters parameters) {
		int toOne = parameters.getInteger("factors-to-one");
		int count = (int) Math.floor(parameters.getReal("largest-factor") * toOne + 1e-9) + 1;
		return IntStream.range(0, count).mapToDouble(f -> (double) f / toOne).toArray();
	}

	private static double[] random(SwitchTrials trials, Group group, int count, RandomStream random, IProgressMonitor monitor)
			throws AnalysisException {
		int units = trials.network().cell().units();
		double[] fractions = new double[count];
		SubMonitor progress = SubMonitor.convert(monitor, count);
		try (SwitchTrials.Runner runner = trials.runner()) {
			for (int k = 0; k < count; k++) {
				progress.split(1);
				int[] drawn = IntStream.generate(() -> random.nextInt(units)).distinct().limit(Math.min(units, group.units().length)).toArray();
				fractions[k] = runner.switched(Pathway.KICK.scaled(drawn, 0)).value();
			}
		}
		return fractions;
	}

	private static void add(AnalysisResult.Builder result, List<List<String>> rows, GroupSweeps measured, AnalysisRequest request) {
		int symbol = measured.group().symbol();
		for (Sweep sweep : measured.sweeps()) {
			String name = sweep.pathway().id() + "_" + symbol;
			double[] fractions = InterventionFigures.fractions(sweep);
			result.value("switches_without_" + name, fractions[0]);
			result.array("switches_" + name, NativeArrays.of(fractions, fractions.length));
			result.array("pairs_" + name,
					NativeArrays.of(IntStream.range(0, fractions.length).mapToDouble(sweep::meanPairs).toArray(), fractions.length));
			if (sweep.units().length > 0) {
				result.array("units_" + name,
						NativeArrays.of(Arrays.stream(sweep.units()).asDoubleStream().toArray(), sweep.units().length));
			}
			rows.add(List.of(Integer.toString(symbol), sweep.pathway().words(), Integer.toString(sweep.units().length),
					number(fractions[0]), number(fractions[sweep.unchanged()]), number(fractions[fractions.length - 1])));
		}
		Sweep kick = measured.sweep(Pathway.KICK);
		result.value("switches_" + symbol, kick.switched(kick.unchanged()).value());
		result.array("factors_" + symbol, NativeArrays.of(kick.factors(), kick.factors().length));
		result.array("random_groups_" + symbol, NativeArrays.of(measured.random(), measured.random().length));
		new InterventionFindings(measured, request.random().below("bootstrap")).all().forEach(result::finding);
		result.figure(InterventionFigures.switches(measured));
		if (measured.sweeps().stream().anyMatch(sweep -> Arrays.stream(sweep.pairs()).anyMatch(pairs -> pairs.length > 0))) {
			result.figure(InterventionFigures.pairs(measured));
		}
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.3g", value);
	}
}

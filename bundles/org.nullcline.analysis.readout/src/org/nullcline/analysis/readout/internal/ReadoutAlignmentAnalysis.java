package org.nullcline.analysis.readout.internal;

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
import org.nullcline.core.analysis.DoesNotApplyException;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.Task;
import org.nullcline.dynamics.BlockBootstrap;
import org.nullcline.dynamics.Cancellation;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.linearalgebra.NativeArrays;

/** How far the directions that a network reads out lie in the plane in which noise moves it most. */
public final class ReadoutAlignmentAnalysis implements Analysis {

	private static final String REFERENCE = "Torre et al. 2025, readout alignment";
	private static final int FEWEST_UNITS = 3;
	private static final double LEVEL = 0.05;

	@Override
	public boolean suits(Task task) {
		return task instanceof HiddenMarkovTask;
	}

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		Network network = request.subject().network();
		int units = network.cell().units();
		if (units < FEWEST_UNITS) {
			throw new DoesNotApplyException("A plane in the space of the units is compared with others; this network has " + units + " units.");
		}
		Parameters parameters = request.parameters();
		SubMonitor progress = SubMonitor.convert(monitor, "Readout alignment", 100);
		int warmUp = parameters.getInteger("warm-up");
		DrivenTrajectory run = DrivenTrajectory.run(network, GaussianNoise.of(request.random().stream("run")), 0,
				parameters.getReal("deviation"), warmUp + parameters.getInteger("steps"), progress.split(30)).after(warmUp);
		double[][] hidden = Arrays.stream(run.states()).map(state -> Arrays.copyOf(state, units)).toArray(double[][]::new);
		BlockCovariance covariance = new BlockCovariance(hidden, Math.min(parameters.getInteger("blocks"), hidden.length / 2));
		double[][] readout = NativeArrays.rows(network.weights().get(Network.READOUT_WEIGHT));
		double[] shares = run.shares();
		int[] frequent = IntStream.range(0, readout.length).filter(k -> shares[k] >= parameters.getReal("minimum-share"))
				.filter(k -> Arrays.stream(readout[k]).anyMatch(w -> w != 0)).toArray();
		if (frequent.length == 0) {
			throw new DoesNotApplyException("No symbol is shown for at least the share minimum-share " + parameters.getReal("minimum-share")
					+ " by weights that are not 0.");
		}
		progress.worked(20);
		Measured measured = new Measured(covariance, readout, frequent, request.random().stream("blocks"), progress.split(50));
		double[] chance = chance(units, frequent.length, parameters.getInteger("random-directions"),
				request.random().stream("random directions"));
		return result(measured, chance, readout);
	}

	/** Projections of the readout on the plane. */
	private static final class Measured {

		private final int[] frequent;
		private final double[][] plane;
		/** By output, whether frequent or not. */
		private final double[] projections;
		private final Interval interval;

		private Measured(BlockCovariance covariance, double[][] readout, int[] frequent, RandomStream random, IProgressMonitor monitor) {
			this.frequent = frequent;
			plane = covariance.plane(IntStream.range(0, covariance.blocks()).toArray());
			projections = Arrays.stream(readout).mapToDouble(row -> BlockCovariance.projection(row, plane)).toArray();
			// Each index stands for one block.
			interval = BlockBootstrap.interval(covariance.blocks(), covariance.blocks(), blocks -> {
				Cancellation.check(monitor);
				return mean(readout, covariance.plane(blocks));
			}, random);
		}

		private double mean(double[][] readout, double[][] of) {
			return IntStream.of(frequent).mapToDouble(k -> BlockCovariance.projection(readout[k], of)).average().orElseThrow();
		}
	}

	/** Mean projections of as many random directions on a plane, ascending. */
	private static double[] chance(int units, int count, int draws, RandomStream random) {
		double[] means = new double[draws];
		for (int n = 0; n < draws; n++) {
			for (int k = 0; k < count; k++) {
				double in = 0;
				double all = 0;
				for (int i = 0; i < units; i++) {
					double value = random.nextGaussian();
					all += value * value;
					in += i < 2 ? value * value : 0;
				}
				means[n] += Math.sqrt(in / all) / count;
			}
		}
		Arrays.sort(means);
		return means;
	}

	private static AnalysisResult result(Measured measured, double[] chance, double[][] readout) {
		AnalysisResult.Builder result = AnalysisResult.builder();
		double mean = IntStream.of(measured.frequent).mapToDouble(k -> measured.projections[k]).average().orElseThrow();
		double limit = chance[(int) ((1 - LEVEL) * chance.length)];
		double expected = Arrays.stream(chance).average().orElseThrow();
		result.value("alignment", mean);
		result.value("alignment_by_chance", expected);
		Interval interval = measured.interval;
		Verdict verdict = interval.low() > limit ? Verdict.REPRODUCED
				: interval.high() < limit ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
		result.finding(new Finding("The readout of the frequent symbols lies in the plane of the orbits more than random directions do.", mean,
				interval, String.format(Locale.ROOT, "> %.3g, which one in twenty sets of random directions exceeds", limit), REFERENCE, verdict,
				String.format(Locale.ROOT,
						"Mean projection of the normalised readout of symbols %s on the plane of the two leading components; %.3g by chance."
								+ " The paper has .51, .32, .27 and .27 for chains of two to five states, 150 units and 100 channels.",
						Arrays.toString(measured.frequent), expected)));
		List<List<String>> rows = new ArrayList<>();
		for (int k = 0; k < readout.length; k++) {
			int symbol = k;
			rows.add(List.of(Integer.toString(k), String.format(Locale.ROOT, "%.3g", measured.projections[k]),
					IntStream.of(measured.frequent).anyMatch(f -> f == symbol) ? "yes" : "no"));
		}
		result.table(new Table("Projection of the readout on the plane of PC 1 and PC 2", List.of("Symbol", "Projection", "Frequent"), rows));
		result.array("projections", NativeArrays.of(measured.projections, measured.projections.length));
		result.array("plane", NativeArrays.of(measured.plane));
		result.figure(figure(measured, readout));
		result.note("A projection of 1 is a readout within the plane, one of 0 is perpendicular to it. Symbols that the run seldom shows have no"
				+ " part in the mean.");
		return result.build();
	}

	private static Figure figure(Measured measured, double[][] readout) {
		List<Figure.Layer> layers = new ArrayList<>();
		double[] circle = new double[101];
		double[] across = new double[101];
		for (int n = 0; n <= 100; n++) {
			circle[n] = Math.cos(2 * Math.PI * n / 100);
			across[n] = Math.sin(2 * Math.PI * n / 100);
		}
		layers.add(new Figure.Line("within the plane", circle, across, Hue.GREY, true));
		for (int k = 0; k < readout.length; k++) {
			double norm = Math.sqrt(Arrays.stream(readout[k]).map(w -> w * w).sum());
			double[] tip = new double[2];
			for (int axis = 0; axis < 2; axis++) {
				for (int i = 0; i < readout[k].length && norm > 0; i++) {
					tip[axis] += readout[k][i] * measured.plane[axis][i] / norm;
				}
			}
			layers.add(new Figure.Line("symbol " + k, new double[] { 0, tip[0] }, new double[] { 0, tip[1] }, Hue.category(k), false));
			layers.add(new Figure.Points("symbol " + k, new double[] { tip[0] }, new double[] { tip[1] }, Hue.category(k), Marker.DOT,
					List.of()));
		}
		return new Figure("readout", "Readout in the plane of the orbits", "Normalised rows of the readout, projected.", "PC 1", "PC 2", true,
				layers);
	}
}

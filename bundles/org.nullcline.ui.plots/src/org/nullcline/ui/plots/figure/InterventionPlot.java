package org.nullcline.ui.plots.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nullcline.charts.Mark;
import org.nullcline.charts.Pick;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.selection.LinkedSelection;
import org.nullcline.ui.common.selection.SelectedTime;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.Rollouts;
import org.nullcline.ui.plots.data.Rollouts.Rollout;

/** One trial with and without an intervention: its trajectory in the plane, and its outputs over time. */
public final class InterventionPlot implements LinkedPlot {

	/** More outputs cannot be told apart. */
	private static final int MOST_OUTPUTS = 6;

	private final RunReference run;
	private final int trial;
	private final Figure trajectory;
	private final Figure outputs;

	/**
	 * Makes the figures.
	 *
	 * @param unchanged without the intervention
	 * @param changed   with it
	 */
	public InterventionPlot(RunReference run, Rollouts rollouts, int trial, Rollout unchanged, Rollout changed) {
		this.run = run;
		this.trial = trial;
		double[][] before = rollouts.project(unchanged.states());
		double[][] after = rollouts.project(changed.states());
		double[] fractions = rollouts.fractions();
		trajectory = new Figure("trajectory", run.name(), "", component(0, fractions), component(1, fractions), true, //$NON-NLS-1$ //$NON-NLS-2$
				List.of(new Figure.Line(Messages.Intervention_unchanged, column(before, 0), column(before, 1), Hue.GREY, false),
						new Figure.Line(Messages.Intervention_changed, column(after, 0), column(after, 1), Hue.RED, false),
						end(before, Hue.GREY), end(after, Hue.RED)));
		List<Figure.Layer> layers = new ArrayList<>();
		double[] time = IntStream.range(0, unchanged.outputs().length).asDoubleStream().toArray();
		for (int output = 0; output < Math.min(MOST_OUTPUTS, rollouts.outputs()); output++) {
			String name = Messages.Weights_output + " " + output; //$NON-NLS-1$
			layers.add(new Figure.Line("", time, column(unchanged.outputs(), output), Hue.category(output), true)); //$NON-NLS-1$
			layers.add(new Figure.Line(name, time, column(changed.outputs(), output), Hue.category(output), false));
		}
		outputs = new Figure("outputs", run.name(), "", Messages.Activity_step, Messages.Intervention_outputs, false, layers); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static Figure.Points end(double[][] path, Hue hue) {
		double[][] last = path.length == 0 ? new double[0][] : new double[][] { path[path.length - 1] };
		return new Figure.Points("", column(last, 0), column(last, 1), hue, Marker.DOT, List.of()); //$NON-NLS-1$
	}

	private static String component(int component, double[] fractions) {
		double fraction = component < fractions.length ? fractions[component] : 0;
		return String.format(Locale.ROOT, "PC %d (%.1f %%)", component + 1, 100 * fraction); //$NON-NLS-1$
	}

	private static double[] column(double[][] rows, int column) {
		return java.util.Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
	}

	/** The trajectory. */
	@Override
	public Optional<Figure> flat() {
		return Optional.of(trajectory);
	}

	/** The outputs over time; thin without the intervention. */
	public Figure outputs() {
		return outputs;
	}

	/** A vertex stands for its time, and the dot at the end for the last one. */
	@Override
	public List<Object> selected(Pick pick) {
		boolean end = trajectory.layers().get(pick.layer()) instanceof Figure.Points;
		int last = ((Figure.Line) trajectory.layers().getFirst()).x().length - 1;
		return List.of(new SelectedTime(run, trial, end ? last : pick.item()));
	}

	/** What a vertex of the outputs stands for. */
	public List<Object> selectedOutput(Pick pick) {
		return List.of(new SelectedTime(run, trial, pick.item()));
	}

	/** The time in both trajectories. */
	@Override
	public List<Mark> marks(LinkedSelection selection) {
		return times(selection).stream().flatMap(step -> List.of(Mark.ring(0, step), Mark.ring(1, step)).stream()).toList();
	}

	/** The time in all outputs. */
	public List<Mark> outputMarks(LinkedSelection selection) {
		return times(selection).stream()
				.flatMap(step -> IntStream.range(0, outputs.layers().size() / 2).mapToObj(k -> Mark.guide(2 * k + 1, step))).toList();
	}

	private List<Integer> times(LinkedSelection selection) {
		return selection.parts(SelectedTime.class).stream().filter(time -> time.trial() == trial).map(SelectedTime::step).toList();
	}
}

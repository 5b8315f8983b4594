package org.nullcline.ui.plots.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.nullcline.charts.Mark;
import org.nullcline.charts.Pick;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.selection.LinkedSelection;
import org.nullcline.ui.common.selection.SelectedTime;
import org.nullcline.ui.common.selection.SelectedUnit;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.Rollouts.Rollout;

/** The activity of single units over a trial. A vertex stands for its unit and its time. */
public final class ActivityPlot implements LinkedPlot {

	/** More lines cannot be told apart. */
	private static final int MOST = 8;

	private final RunReference run;
	private final int trial;
	private final int[] units;
	private final Figure figure;

	/**
	 * Makes the figure.
	 *
	 * @param selected units that are wanted; where there are none, those that vary most
	 */
	public ActivityPlot(RunReference run, Rollout rollout, int trial, int[] selected, int unitCount) {
		this.run = run;
		this.trial = trial;
		double[][] states = rollout.states();
		int[] wanted = IntStream.of(selected).filter(unit -> unit < unitCount).limit(MOST).toArray();
		units = wanted.length > 0 ? wanted : mostVarying(states, unitCount);
		double[] time = IntStream.range(0, states.length).asDoubleStream().toArray();
		List<Figure.Layer> layers = new ArrayList<>();
		for (int i = 0; i < units.length; i++) {
			int unit = units[i];
			layers.add(new Figure.Line(NLS.bind(Messages.Weights_unit, unit), time,
					IntStream.range(0, states.length).mapToDouble(t -> states[t][unit]).toArray(), Hue.category(i), false));
		}
		figure = new Figure("activity", NLS.bind(Messages.Activity_title, run.name(), trial), "", Messages.Activity_step, //$NON-NLS-1$ //$NON-NLS-2$
				Messages.Activity_activity, false, layers);
	}

	private static int[] mostVarying(double[][] states, int count) {
		double[] variance = new double[count];
		for (int unit = 0; unit < count; unit++) {
			int column = unit;
			double mean = java.util.Arrays.stream(states).mapToDouble(state -> state[column]).average().orElse(0);
			variance[unit] = java.util.Arrays.stream(states).mapToDouble(state -> Math.pow(state[column] - mean, 2)).sum();
		}
		return IntStream.range(0, count).boxed().sorted(Comparator.comparingDouble(unit -> -variance[unit])).limit(MOST)
				.mapToInt(Integer::intValue).sorted().toArray();
	}

	/** Whether it is about a run. */
	public boolean isOf(RunReference other) {
		return run.equals(other);
	}

	/** The units that are drawn. */
	public int[] units() {
		return units.clone();
	}

	@Override
	public Optional<Figure> flat() {
		return Optional.of(figure);
	}

	@Override
	public List<Object> selected(Pick pick) {
		return List.of(new SelectedUnit(run, units[pick.layer()]), new SelectedTime(run, trial, pick.item()));
	}

	/** Units stand out where not all that are drawn are selected. */
	@Override
	public Set<String> labels(LinkedSelection selection) {
		List<Integer> selected = selection.parts(SelectedUnit.class).stream().map(SelectedUnit::unit)
				.filter(unit -> IntStream.of(units).anyMatch(shown -> shown == unit)).toList();
		return selected.size() == units.length ? Set.of()
				: selected.stream().map(unit -> NLS.bind(Messages.Weights_unit, unit)).collect(Collectors.toSet());
	}

	@Override
	public List<Mark> marks(LinkedSelection selection) {
		List<Mark> marks = new ArrayList<>();
		for (SelectedTime time : selection.parts(SelectedTime.class)) {
			if (time.trial() == trial) {
				for (int layer = 0; layer < units.length; layer++) {
					marks.add(Mark.guide(layer, time.step()));
				}
			}
		}
		return marks;
	}
}

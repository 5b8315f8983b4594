package org.nullcline.ui.plots.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.nullcline.charts.Mark;
import org.nullcline.charts.Pick;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.figures.SpatialFigure;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.selection.LinkedSelection;
import org.nullcline.ui.common.selection.SelectedFixedPoint;
import org.nullcline.ui.common.selection.SelectedTime;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.FixedPoints;
import org.nullcline.ui.plots.data.Regions;
import org.nullcline.ui.plots.data.Trajectories;

/** Trajectories and fixed points in two or three principal components. */
public final class StateSpacePlot implements LinkedPlot {

	/**
	 * What is shown.
	 *
	 * @param axes   two or three components, from 0
	 * @param trials how many trials are drawn as lines; 0: all states as points
	 * @param slow   whether slow points are shown beside fixed points
	 */
	public record Settings(int[] axes, int trials, boolean slow) {
	}

	/**
	 * The samples of a layer.
	 *
	 * @param chosen ascending; null: all from the first one on
	 * @param end    after the last one
	 */
	private record Samples(int[] chosen, int first, int end) {

		int at(int item) {
			return chosen == null ? first + item : chosen[item];
		}

		/** Where a sample stands, or -1. */
		int item(int sample) {
			if (chosen != null) {
				return Math.max(-1, Arrays.binarySearch(chosen, sample));
			}
			return sample >= first && sample < end ? sample - first : -1;
		}
	}

	private final RunReference run;
	private final Trajectories data;
	private final Map<Integer, Samples> samples = new TreeMap<>();
	private final Map<Integer, int[]> points = new TreeMap<>();
	private final Optional<Figure> flat;
	private final Optional<SpatialFigure> space;

	/** Makes the figure. */
	public StateSpacePlot(RunReference run, Trajectories data, Settings settings) {
		this.run = run;
		this.data = data;
		Cloud cloud = new Cloud(settings.axes());
		addStates(cloud, settings.trials());
		data.points().ifPresent(found -> addPoints(cloud, found, settings.slow()));
		String[] names = IntStream.of(settings.axes()).mapToObj(this::name).toArray(String[]::new);
		String title = run.name();
		flat = cloud.isFlat() ? Optional.of(cloud.flat("state-space", title, "", names)) : Optional.empty(); //$NON-NLS-1$ //$NON-NLS-2$
		space = cloud.isFlat() ? Optional.empty() : Optional.of(cloud.space("state-space", title, "", names)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private String name(int component) {
		return component < data.fractions().length
				? String.format(Locale.ROOT, "PC %d (%.1f %%)", component + 1, 100 * data.fractions()[component]) //$NON-NLS-1$
				: "PC " + (component + 1); //$NON-NLS-1$
	}

	private void addStates(Cloud cloud, int trials) {
		if (data.groups().length > 0) {
			for (int group = 0; group < data.groupNames().size(); group++) {
				int wanted = group;
				int[] members = IntStream.range(0, data.groups().length).filter(s -> data.groups()[s] == wanted).toArray();
				samples.put(cloud.size(), new Samples(members, 0, 0));
				Hue hue = data.groupNames().equals(Regions.NAMES) ? Regions.hue(group) : Hue.category(group);
				cloud.points(data.groupNames().get(group), data.coordinates(), members, hue, Marker.DOT, List.of());
			}
		} else if (trials == 0) {
			int[] all = IntStream.range(0, data.coordinates().length).toArray();
			samples.put(cloud.size(), new Samples(null, 0, all.length));
			cloud.points(Messages.StateSpace_states, data.coordinates(), all, Hue.GREY, Marker.DOT, List.of());
		} else {
			for (int trial = 0; trial < Math.min(trials, data.trials()); trial++) {
				samples.put(cloud.size(), new Samples(null, data.starts()[trial], data.starts()[trial + 1]));
				cloud.line(Messages.StateSpace_trials, data.coordinates(), data.starts()[trial], data.starts()[trial + 1], Hue.GREY,
						true);
			}
		}
	}

	private void addPoints(Cloud cloud, FixedPoints found, boolean slow) {
		TreeMap<Integer, List<Integer>> exact = new TreeMap<>();
		TreeMap<Integer, List<Integer>> slower = new TreeMap<>();
		for (int i : found.inside(slow)) {
			if (Arrays.stream(data.projected()[i]).noneMatch(Double::isNaN)) {
				(found.exact()[i] ? exact : slower).computeIfAbsent(found.index()[i], k -> new ArrayList<>()).add(i);
			}
		}
		slower.forEach((index, members) -> addPoints(cloud, PointNames.slow(index), members, index, Marker.CROSS));
		// Stable points last, so that they lie on top.
		exact.descendingMap().forEach((index, members) -> addPoints(cloud, PointNames.stability(index), members, index, Marker.DOT));
	}

	private void addPoints(Cloud cloud, String name, List<Integer> members, int index, Marker marker) {
		int[] chosen = members.stream().mapToInt(Integer::intValue).toArray();
		points.put(cloud.size(), chosen);
		cloud.points(name, data.projected(), chosen, Hue.instability(index), marker,
				members.stream().map(i -> PointNames.label(i, data.points().orElseThrow())).toList());
	}

	@Override
	public Optional<Figure> flat() {
		return flat;
	}

	@Override
	public Optional<SpatialFigure> space() {
		return space;
	}

	@Override
	public List<Object> selected(Pick pick) {
		if (points.containsKey(pick.layer())) {
			return List.of(new SelectedFixedPoint(run, points.get(pick.layer())[pick.item()]));
		}
		if (samples.containsKey(pick.layer())) {
			Trajectories.SampleTime time = data.time(samples.get(pick.layer()).at(pick.item()));
			return List.of(new SelectedTime(run, time.trial(), time.step()));
		}
		return List.of();
	}

	@Override
	public List<Mark> marks(LinkedSelection selection) {
		List<Mark> marks = new ArrayList<>();
		for (SelectedFixedPoint point : selection.parts(SelectedFixedPoint.class)) {
			points.forEach((layer, members) -> IntStream.range(0, members.length).filter(i -> members[i] == point.point())
					.forEach(i -> marks.add(Mark.ring(layer, i))));
		}
		for (SelectedTime time : selection.parts(SelectedTime.class)) {
			int sample = data.sample(time.trial(), time.step());
			if (sample >= 0) {
				samples.forEach((layer, of) -> {
					if (of.item(sample) >= 0) {
						marks.add(Mark.ring(layer, of.item(sample)));
					}
				});
			}
		}
		return marks;
	}
}

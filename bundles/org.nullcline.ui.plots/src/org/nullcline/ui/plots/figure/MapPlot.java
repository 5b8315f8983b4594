package org.nullcline.ui.plots.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.nullcline.charts.Pick;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.figures.SpatialFigure;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.selection.LinkedSelection;
import org.nullcline.ui.plots.data.Distances;

/** Runs as points, so that similar ones lie near each other. */
public final class MapPlot implements LinkedPlot {

	private static final Marker[] MARKERS = { Marker.DOT, Marker.TRIANGLE, Marker.SQUARE, Marker.DIAMOND, Marker.CIRCLE,
			Marker.CROSS };

	private final Map<Integer, List<RunReference>> members = new LinkedHashMap<>();
	private final List<RunReference> runs;
	private final Optional<Figure> flat;
	private final Optional<SpatialFigure> space;

	/**
	 * Makes the figure.
	 *
	 * @param groups the name of each run's group, which has a colour and a marker of its own
	 * @param three  whether three coordinates are shown, where the map has them
	 */
	public MapPlot(Distances.Map map, List<String> groups, boolean three) {
		runs = map.runs();
		Cloud cloud = three && map.points()[0].length > 2 ? new Cloud(0, 1, 2) : new Cloud(0, 1);
		Map<String, List<Integer>> byGroup = new LinkedHashMap<>();
		for (int i = 0; i < runs.size(); i++) {
			byGroup.computeIfAbsent(groups.get(i), k -> new ArrayList<>()).add(i);
		}
		byGroup.keySet().stream().sorted().forEach(group -> {
			List<Integer> rows = byGroup.get(group);
			int number = cloud.size();
			members.put(number, rows.stream().map(runs::get).toList());
			cloud.points(group, map.points(), rows.stream().mapToInt(Integer::intValue).toArray(), Hue.category(number),
					MARKERS[number / 8 % MARKERS.length], rows.stream().map(i -> runs.get(i).name()).toList());
		});
		flat = cloud.isFlat() ? Optional.of(cloud.flat("map", map.name(), "", "", "")) : Optional.empty(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		space = cloud.isFlat() ? Optional.empty() : Optional.of(cloud.space("map", map.name(), "", "1", "2", "3")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
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
		return members.containsKey(pick.layer()) ? List.of(members.get(pick.layer()).get(pick.item())) : List.of();
	}

	@Override
	public Set<String> labels(LinkedSelection selection) {
		return selection.runs().stream().filter(runs::contains).map(RunReference::name).collect(Collectors.toSet());
	}
}

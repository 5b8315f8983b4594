package org.nullcline.ui.plots.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.nullcline.charts.Pick;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.selection.LinkedSelection;
import org.nullcline.ui.common.selection.SelectedUnit;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.Sweeps;

/** How often a network leaves a symbol, by the factor of the intervention. A curve stands for its units. */
public final class SweepPlot implements LinkedPlot {

	private final RunReference run;
	private final Map<Integer, Sweeps.Curve> curves = new TreeMap<>();
	private final Figure figure;

	/** Makes the figure. */
	public SweepPlot(RunReference run, Sweeps.Sweep sweep) {
		this.run = run;
		List<Figure.Layer> layers = new ArrayList<>();
		for (int c = 0; c < sweep.curves().size(); c++) {
			Sweeps.Curve curve = sweep.curves().get(c);
			int count = Math.min(sweep.factors().length, curve.switches().length);
			double[] x = Arrays.copyOf(sweep.factors(), count);
			double[] y = Arrays.copyOf(curve.switches(), count);
			curves.put(layers.size(), curve);
			layers.add(new Figure.Line(curve.name(), x, y, Hue.category(c), false));
			curves.put(layers.size(), curve);
			layers.add(new Figure.Points(curve.name(), x, y, Hue.category(c), Marker.DOT, List.of()));
		}
		if (sweep.random().length > 0) {
			layers.add(new Figure.Points(Messages.Sweep_random, new double[sweep.random().length], sweep.random(), Hue.GREY,
					Marker.CROSS, List.of()));
		}
		figure = new Figure("sweep", NLS.bind(Messages.Sweep_title, run.name(), sweep.symbol()), "", Messages.Sweep_factor, //$NON-NLS-1$ //$NON-NLS-2$
				Messages.Sweep_switches, false, layers);
	}

	@Override
	public Optional<Figure> flat() {
		return Optional.of(figure);
	}

	@Override
	public List<Object> selected(Pick pick) {
		Sweeps.Curve curve = curves.get(pick.layer());
		return curve == null ? List.of()
				: IntStream.of(curve.units()).mapToObj(unit -> (Object) new SelectedUnit(run, unit)).toList();
	}

	/** Curves all of whose units are selected. */
	@Override
	public Set<String> labels(LinkedSelection selection) {
		Set<Integer> selected = selection.parts(SelectedUnit.class).stream().map(SelectedUnit::unit).collect(Collectors.toSet());
		Set<String> labels = new HashSet<>();
		for (Sweeps.Curve curve : curves.values()) {
			if (curve.units().length > 0 && IntStream.of(curve.units()).allMatch(selected::contains)) {
				labels.add(curve.name());
			}
		}
		return labels;
	}
}

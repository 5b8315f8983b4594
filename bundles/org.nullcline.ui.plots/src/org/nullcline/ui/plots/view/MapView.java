package org.nullcline.ui.plots.view;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.Distances;
import org.nullcline.ui.plots.data.RunContent;
import org.nullcline.ui.plots.data.RunMaps;
import org.nullcline.ui.plots.figure.LinkedPlot;
import org.nullcline.ui.plots.figure.MapPlot;

/** The runs of a study as points, similar ones near each other. */
public class MapView extends PlotView<RunMaps, MapView.Choice> {

	record Choice(String map, String property, boolean three) {
	}

	private Combo map;
	private Combo property;
	private Button three;

	@Override
	void createControls(Composite bar) {
		map = Controls.combo(bar, Messages.Map_map, List.of(), this::draw);
		property = Controls.combo(bar, Messages.Map_colour, List.of(), this::draw);
		three = Controls.check(bar, Messages.StateSpace_space, false, this::draw);
	}

	@Override
	boolean showsSame(RunReference one, RunReference other) {
		return one.execution().equals(other.execution());
	}

	@Override
	void offer(RunMaps data) {
		Controls.offer(map, data.maps().stream().map(Distances.Map::name).toList());
		Controls.offer(property, data.properties());
	}

	@Override
	Choice settings() {
		return new Choice(map.getText(), property.getText(), three.getSelection());
	}

	@Override
	RunMaps read(RunContent content, IProgressMonitor monitor) throws Exception {
		return RunMaps.read(content);
	}

	@Override
	LinkedPlot plot(RunReference run, RunMaps data, Choice choice, IProgressMonitor monitor) {
		Distances.Map chosen = data.maps().stream().filter(one -> one.name().equals(choice.map())).findFirst()
				.orElse(data.maps().getFirst());
		return new MapPlot(chosen, chosen.runs().stream().map(one -> data.value(one, choice.property())).toList(), choice.three());
	}
}

package org.nullcline.ui.plots.view;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.Distances;
import org.nullcline.ui.plots.data.NotShownException;
import org.nullcline.ui.plots.data.RunContent;
import org.nullcline.ui.plots.figure.DistancePlot;
import org.nullcline.ui.plots.figure.LinkedPlot;

/** Distances between the runs of a study, as a heat map. */
public class DistanceView extends PlotView<Distances, DistanceView.Choice> {

	record Choice(String matrix, DistancePlot.Order order) {
	}

	private Combo matrix;
	private Combo order;

	@Override
	void createControls(Composite bar) {
		matrix = Controls.combo(bar, Messages.Distances_matrix, List.of(), this::draw);
		order = Controls.combo(bar, Messages.Distances_order,
				List.of(Messages.Distances_byDendrogram, Messages.Distances_byName, Messages.Distances_asStored), this::draw);
	}

	@Override
	boolean showsSame(RunReference one, RunReference other) {
		return one.execution().equals(other.execution());
	}

	@Override
	void offer(Distances data) {
		Controls.offer(matrix, data.matrices().stream().map(Distances.Matrix::name).toList());
	}

	@Override
	Choice settings() {
		return new Choice(matrix.getText(), DistancePlot.Order.values()[order.getSelectionIndex()]);
	}

	@Override
	Distances read(RunContent content, IProgressMonitor monitor) throws Exception {
		Distances read = Distances.read(content);
		if (read.matrices().isEmpty()) {
			throw new NotShownException(Messages.Distances_nothing);
		}
		return read;
	}

	@Override
	LinkedPlot plot(RunReference run, Distances data, Choice choice, IProgressMonitor monitor) {
		return new DistancePlot(data.matrices().stream().filter(one -> one.name().equals(choice.matrix())).findFirst()
				.orElse(data.matrices().getFirst()), choice.order());
	}
}

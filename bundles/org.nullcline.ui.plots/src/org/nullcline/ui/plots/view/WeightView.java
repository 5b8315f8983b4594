package org.nullcline.ui.plots.view;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.RunContent;
import org.nullcline.ui.plots.data.UnitOrder;
import org.nullcline.ui.plots.data.WeightMatrices;
import org.nullcline.ui.plots.figure.LinkedPlot;
import org.nullcline.ui.plots.figure.WeightPlot;

/** The weights of a network as a heat map whose rows and columns can be ordered. */
public class WeightView extends PlotView<WeightMatrices, WeightView.Choice> {

	record Choice(String matrix, WeightPlot.Settings settings) {
	}

	private Combo matrix;
	private Combo rows;
	private Combo columns;
	private Button alike;

	@Override
	void createControls(Composite bar) {
		List<String> orders = List.of(Messages.Weights_byNumber, Messages.Weights_byGroup, Messages.Weights_byMagnitude,
				Messages.Weights_byEigenvector, Messages.Weights_bySimilarity);
		matrix = Controls.combo(bar, Messages.Weights_matrix, List.of(), this::draw);
		rows = Controls.combo(bar, Messages.Weights_rows, orders, this::draw);
		columns = Controls.combo(bar, Messages.Weights_columns, orders, this::draw);
		alike = Controls.check(bar, Messages.Weights_alike, true, this::alikeChanged);
		columns.setEnabled(false);
	}

	private void alikeChanged() {
		columns.setEnabled(!alike.getSelection());
		draw();
	}

	@Override
	void offer(WeightMatrices data) {
		boolean first = matrix.getItemCount() == 0;
		Controls.offer(matrix, data.matrices().stream().map(WeightMatrices.Matrix::name).toList());
		if (first) {
			// The recurrent weights are what people look at first: as many columns as there are units, and most rows.
			data.matrices().stream().filter(one -> one.columns() == data.units() && one.rows() % data.units() == 0).findFirst()
					.ifPresent(one -> matrix.setText(one.name()));
		}
	}

	@Override
	Choice settings() {
		return new Choice(matrix.getText(), new WeightPlot.Settings(UnitOrder.values()[rows.getSelectionIndex()],
				UnitOrder.values()[columns.getSelectionIndex()], alike.getSelection()));
	}

	@Override
	WeightMatrices read(RunContent content, IProgressMonitor monitor) throws Exception {
		return WeightMatrices.read(content);
	}

	@Override
	LinkedPlot plot(RunReference run, WeightMatrices data, Choice choice, IProgressMonitor monitor) {
		return new WeightPlot(run, data, data.matrices().stream().filter(one -> one.name().equals(choice.matrix())).findFirst()
				.orElse(data.matrices().getFirst()), choice.settings());
	}
}

package org.nullcline.ui.navigator;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.navigator.ICommonContentExtensionSite;
import org.eclipse.ui.navigator.ICommonLabelProvider;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.model.Run;
import org.nullcline.model.RunState;
import org.nullcline.ui.Images;
import org.nullcline.ui.Messages;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointItem;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointsItem;
import org.nullcline.ui.navigator.ExecutionItem.FigureItem;
import org.nullcline.ui.navigator.ExecutionItem.MessageItem;
import org.nullcline.ui.navigator.ExecutionItem.ResultItem;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;

/** Labels of runs and results. */
public class ExecutionLabelProvider extends LabelProvider implements ICommonLabelProvider, IStyledLabelProvider {

	private final LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources());
	private final Map<String, String> analyses = new HashMap<>();

	@Override
	public void init(ICommonContentExtensionSite site) {
		for (Contribution analysis : ContributionRegistry.read().all(ContributionKind.ANALYSIS)) {
			analyses.put(analysis.id(), analysis.name());
		}
	}

	@Override
	public StyledString getStyledText(Object element) {
		return switch (element) {
		case RunItem item -> new StyledString(item.run().getName()).append("  " + state(item.run()), //$NON-NLS-1$
				StyledString.DECORATIONS_STYLER);
		case ResultItem item -> new StyledString(
				analyses.getOrDefault(item.result().getAnalysis(), item.result().getAnalysis()));
		case CheckpointsItem item -> new StyledString(Messages.Navigator_checkpoints);
		case CheckpointItem item -> new StyledString(item.step() == Checkpoints.BEST ? Messages.Navigator_best
				: NLS.bind(Messages.Navigator_checkpoint, item.step()))
				.append("  " + NLS.bind(Messages.Navigator_kilobytes, (item.bytes() + 999) / 1000), //$NON-NLS-1$
						StyledString.DECORATIONS_STYLER);
		case FigureItem item -> new StyledString(item.id().replace('-', ' '));
		case MessageItem item -> new StyledString(item.message(), StyledString.QUALIFIER_STYLER);
		default -> null;
		};
	}

	@Override
	public String getText(Object element) {
		return element instanceof ExecutionItem ? getStyledText(element).getString() : null;
	}

	@Override
	public Image getImage(Object element) {
		ImageDescriptor icon = switch (element) {
		case RunItem item -> Images.run(item.run().getState());
		case ResultItem item -> Images.icon("result"); //$NON-NLS-1$
		case CheckpointsItem item -> Images.icon("checkpoint"); //$NON-NLS-1$
		case CheckpointItem item -> Images.icon("checkpoint"); //$NON-NLS-1$
		case FigureItem item -> Images.icon("figure"); //$NON-NLS-1$
		default -> null;
		};
		return icon == null ? null : images.get(icon);
	}

	@Override
	public String getDescription(Object element) {
		return switch (element) {
		case RunItem item when item.run().getMessage() != null && !item.run().getMessage().isEmpty() -> item.run().getName()
				+ ": " + item.run().getMessage(); //$NON-NLS-1$
		case ExecutionItem item -> getText(item);
		default -> null;
		};
	}

	@Override
	public void dispose() {
		images.dispose();
		super.dispose();
	}

	@Override
	public void restoreState(IMemento memento) {
		// Nothing is kept.
	}

	@Override
	public void saveState(IMemento memento) {
		// Nothing is kept.
	}

	private static String state(Run run) {
		if (run.getState() == RunState.DONE && !Double.isNaN(run.getFractionVarianceUnexplained())) {
			return NLS.bind(Messages.Navigator_done, String.format("%.3g", run.getFractionVarianceUnexplained())); //$NON-NLS-1$
		}
		if (run.getState() == RunState.DONE || run.getSteps() == 0) {
			return States.words(run.getState());
		}
		return NLS.bind(Messages.Navigator_step,
				new Object[] { States.words(run.getState()), run.getStep(), run.getSteps() });
	}
}

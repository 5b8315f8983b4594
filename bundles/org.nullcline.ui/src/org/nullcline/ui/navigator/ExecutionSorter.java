package org.nullcline.ui.navigator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointItem;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointsItem;
import org.nullcline.ui.navigator.ExecutionItem.FigureItem;
import org.nullcline.ui.navigator.ExecutionItem.ResultItem;

/** Runs first, then results, then files; seed 10 after seed 9. */
public class ExecutionSorter extends ViewerComparator {

	private static final Pattern NUMBER = Pattern.compile("\\d+"); //$NON-NLS-1$

	@Override
	public int category(Object element) {
		return switch (element) {
		case IContainer container -> 0;
		case CheckpointsItem checkpoints -> 0;
		case ResultItem result -> 2;
		case IFile file -> 3;
		default -> 1;
		};
	}

	@Override
	public int compare(Viewer viewer, Object one, Object other) {
		if (one instanceof CheckpointItem first && other instanceof CheckpointItem second) {
			// The best one, whose step is not known, stands first, then the newest.
			return first.step() < 0 || second.step() < 0 ? Integer.compare(first.step(), second.step())
					: Integer.compare(second.step(), first.step());
		}
		if (one instanceof FigureItem first && other instanceof FigureItem second) {
			return first.result().result().getFigures().indexOf(first.id())
					- second.result().result().getFigures().indexOf(second.id());
		}
		int byCategory = category(one) - category(other);
		return byCategory != 0 ? byCategory : padded(one).compareToIgnoreCase(padded(other));
	}

	private static String padded(Object element) {
		String name = element instanceof IResource resource ? resource.getName()
				: element instanceof ExecutionItem item ? item.folder().getFileName().toString() : element.toString();
		return NUMBER.matcher(name).replaceAll(match -> Matcher.quoteReplacement("0".repeat(Math.max(0, 12 - match.group().length())) //$NON-NLS-1$
				+ match.group()));
	}
}

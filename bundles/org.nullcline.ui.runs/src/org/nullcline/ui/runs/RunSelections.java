package org.nullcline.ui.runs;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.nullcline.runs.RunReference;

/** Reads selections as runs. */
public final class RunSelections {

	private RunSelections() {
	}

	/** The runs that elements of a selection stand for, each once, in its order. */
	public static List<RunReference> runs(ISelection selection) {
		Set<RunReference> runs = new LinkedHashSet<>();
		if (selection instanceof IStructuredSelection structured) {
			for (Object element : structured) {
				RunReference run = Adapters.adapt(element, RunReference.class);
				if (run != null) {
					runs.add(run);
				}
			}
		}
		return List.copyOf(runs);
	}
}

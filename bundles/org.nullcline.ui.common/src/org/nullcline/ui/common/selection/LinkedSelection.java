package org.nullcline.ui.common.selection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.nullcline.runs.RunReference;

/**
 * What is selected in all views together: some runs, and parts of the first of them.
 *
 * @param runs  in the order in which they were selected
 * @param parts of the first run
 */
public record LinkedSelection(List<RunReference> runs, Set<Selected> parts) {

	/** Nothing is selected. */
	public static final LinkedSelection NONE = new LinkedSelection(List.of(), Set.of());

	public LinkedSelection {
		runs = List.copyOf(runs);
		parts = Set.copyOf(parts);
	}

	/** The run that views of single runs show. */
	public Optional<RunReference> run() {
		return runs.stream().findFirst();
	}

	/** The selected parts of a kind. */
	public <T extends Selected> List<T> parts(Class<T> kind) {
		return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
	}

	/**
	 * What is selected after something was selected somewhere. A fixed point that is selected replaces other fixed points, but
	 * units and times of the run stay; with another run they go. A selection that is about no run changes nothing.
	 */
	public LinkedSelection after(ISelection selection) {
		Set<RunReference> newRuns = new LinkedHashSet<>();
		Set<Selected> newParts = new LinkedHashSet<>();
		if (selection instanceof IStructuredSelection structured) {
			for (Object element : structured) {
				RunReference run = Adapters.adapt(element, RunReference.class);
				if (run != null) {
					newRuns.add(run);
				}
				if (element instanceof Selected part) {
					newParts.add(part);
				}
			}
		}
		if (newRuns.isEmpty()) {
			return this;
		}
		RunReference first = newRuns.iterator().next();
		newParts.removeIf(part -> !part.run().equals(first));
		if (run().filter(first::equals).isPresent()) {
			parts.stream().filter(part -> newParts.stream().noneMatch(other -> other.getClass() == part.getClass()))
					.toList().forEach(newParts::add);
			// A part of a run does not unselect other runs that are shown beside it.
			if (newRuns.size() == 1 && selection instanceof IStructuredSelection structured
					&& structured.getFirstElement() instanceof Selected) {
				return new LinkedSelection(runs, newParts);
			}
		}
		return new LinkedSelection(List.copyOf(newRuns), newParts);
	}
}

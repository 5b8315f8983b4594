package org.nullcline.ui.tests;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** Works in trees as a mouse does. */
final class Trees {

	private Trees() {
	}

	/**
	 * Opens one item after the other on the way to the last one.
	 *
	 * @param path the first words of their labels
	 * @return empty while it is not there
	 */
	static Optional<TreeItem> find(Tree tree, List<String> path) {
		TreeItem[] items = tree.getItems();
		TreeItem found = null;
		for (String label : path) {
			if (found != null) {
				open(found);
				items = found.getItems();
			}
			found = Arrays.stream(items).filter(item -> isNamed(item, label)).findFirst().orElse(null);
			if (found == null) {
				return Optional.empty();
			}
		}
		return Optional.ofNullable(found);
	}

	/** Opens an item and returns those below it. */
	static List<TreeItem> open(TreeItem item) {
		if (!item.getExpanded()) {
			Event event = new Event();
			event.item = item;
			item.getParent().notifyListeners(SWT.Expand, event);
			item.setExpanded(true);
		}
		return List.of(item.getItems());
	}

	/** Selects items instead of those that were. */
	static void select(Tree tree, List<TreeItem> items) {
		tree.setFocus();
		tree.setSelection(items.toArray(TreeItem[]::new));
		Event event = new Event();
		event.item = items.getLast();
		tree.notifyListeners(SWT.Selection, event);
	}

	/** What is said of an item stands behind its name. */
	private static boolean isNamed(TreeItem item, String label) {
		return item.getText().equals(label) || item.getText().startsWith(label + " ");
	}
}

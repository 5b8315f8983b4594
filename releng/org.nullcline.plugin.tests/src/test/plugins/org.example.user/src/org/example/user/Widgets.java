package org.example.user;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** Finds the widgets of the window and uses them. */
final class Widgets {

	private final Display display;
	private final Shell window;

	Widgets(Display display, Shell window) {
		this.display = display;
		this.window = window;
	}

	/** The item of the navigator at the end of a path, whose items are opened on the way. */
	Optional<TreeItem> item(String... path) {
		return tree(path[0]).flatMap(tree -> {
			TreeItem[] items = tree.getItems();
			TreeItem found = null;
			for (String label : path) {
				items = found == null ? items : opened(found);
				found = find(items, label).orElse(null);
				if (found == null) {
					return Optional.empty();
				}
			}
			return Optional.of(found);
		});
	}

	private Optional<Tree> tree(String label) {
		return all(window, Tree.class).stream().filter(tree -> find(tree.getItems(), label).isPresent()).findFirst();
	}

	private static Optional<TreeItem> find(TreeItem[] items, String label) {
		return Arrays.stream(items).filter(item -> (item.getText() + " ").startsWith(label + " ")).findFirst();
	}

	private static TreeItem[] opened(TreeItem item) {
		if (!item.getExpanded()) {
			Event event = new Event();
			event.item = item;
			item.getParent().notifyListeners(SWT.Expand, event);
			item.setExpanded(true);
		}
		return item.getItems();
	}

	void select(TreeItem item) {
		item.getParent().setFocus();
		item.getParent().setSelection(item);
		Event event = new Event();
		event.item = item;
		item.getParent().notifyListeners(SWT.Selection, event);
	}

	/** The button of a command, if it can be seen and pressed. */
	Optional<ToolItem> tool(String command) {
		return tools().filter(item -> item.isEnabled() && item.getToolTipText().replace("&", "").matches(command + "( \\(.*)?")).findFirst();
	}

	private Stream<ToolItem> tools() {
		return all(window, ToolBar.class).stream().filter(ToolBar::isVisible).flatMap(bar -> Arrays.stream(bar.getItems()))
				.filter(item -> item.getToolTipText() != null);
	}

	void press(ToolItem item) {
		item.notifyListeners(SWT.Selection, new Event());
	}

	/** A dialog that says something. */
	Optional<Shell> dialog(String text) {
		return Arrays.stream(display.getShells()).filter(shell -> shell != window && shell.isVisible()).filter(
				shell -> all(shell, Label.class).stream().anyMatch(label -> label.getText().contains(text))).findFirst();
	}

	void press(Shell shell, String label) {
		button(shell, label).notifyListeners(SWT.Selection, new Event());
	}

	/** Ticks the only box. */
	void check(Shell shell) {
		Button box = all(shell, Button.class).stream().filter(button -> (button.getStyle() & SWT.CHECK) != 0).findFirst().orElseThrow();
		box.setSelection(true);
		box.notifyListeners(SWT.Selection, new Event());
	}

	private static Button button(Shell shell, String label) {
		return all(shell, Button.class).stream().filter(button -> button.getText().replace("&", "").equals(label)).findFirst()
				.orElseThrow();
	}

	/** What can be seen, to tell why something does not happen. */
	String describe() {
		return Arrays.stream(display.getShells()).filter(Shell::isVisible).map(shell -> shell.getText() + ": "
				+ all(shell, Label.class).stream().filter(Control::isVisible).map(Label::getText).toList() + " "
				+ all(shell, Tree.class).stream().map(tree -> describe(tree.getItems())).toList()).collect(Collectors.joining("\n"))
				+ tools().map(item -> item.getToolTipText() + " " + item.isEnabled()).toList();
	}

	private static List<String> describe(TreeItem[] items) {
		List<String> labels = new ArrayList<>();
		for (TreeItem item : items) {
			labels.add(item.getText());
			labels.addAll(describe(item.getItems()));
		}
		return labels;
	}

	private static <T extends Control> List<T> all(Composite root, Class<T> type) {
		List<T> found = new ArrayList<>();
		for (Control child : root.getChildren()) {
			if (type.isInstance(child)) {
				found.add(type.cast(child));
			}
			if (child instanceof Composite composite) {
				found.addAll(all(composite, type));
			}
		}
		return found;
	}
}

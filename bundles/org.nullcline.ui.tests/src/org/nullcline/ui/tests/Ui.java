package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.nullcline.ui.editor.ParameterForm;

/** Drives the workbench by its widgets. For tests that run on the UI thread. */
final class Ui {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private Ui() {
	}

	static IWorkbenchWindow window() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
	}

	static IWorkbenchPage page() {
		return window().getActivePage();
	}

	/** Handles events until a condition holds. */
	static void waitUntil(String what, BooleanSupplier condition) {
		waitUntil(what, PATIENCE, condition);
	}

	static void waitUntil(String what, Duration patience, BooleanSupplier condition) {
		Display display = Display.getCurrent();
		long end = System.nanoTime() + patience.toNanos();
		// Wakes the loop up where no event comes, so that the condition is looked at again.
		Runnable[] tick = new Runnable[1];
		boolean[] waiting = { true };
		tick[0] = () -> {
			if (waiting[0]) {
				display.timerExec(20, tick[0]);
			}
		};
		display.timerExec(20, tick[0]);
		try {
			while (!condition.getAsBoolean()) {
				if (System.nanoTime() > end) {
					fail("waited in vain: " + what);
				}
				handleEvents(display);
			}
		} finally {
			waiting[0] = false;
		}
	}

	/** All that wait, for a moment: a condition that takes long must not keep the events back. */
	private static void handleEvents(Display display) {
		long slice = System.nanoTime() + Duration.ofMillis(200).toNanos();
		boolean any = false;
		while (System.nanoTime() < slice && display.readAndDispatch()) {
			any = true;
		}
		if (!any) {
			display.sleep();
		}
	}

	/** Whether a menu would offer a command. */
	static boolean isEnabled(String id) {
		return window().getService(ICommandService.class).getCommand(id).isEnabled();
	}

	/** Executes a command as a menu would. */
	static void command(String id, Map<String, String> parameters) {
		try {
			ParameterizedCommand command = ParameterizedCommand
					.generateCommand(window().getService(ICommandService.class).getCommand(id), parameters);
			window().getService(IHandlerService.class).executeCommand(command, null);
		} catch (Exception e) {
			throw new AssertionError(id, e);
		}
	}

	/** Shows a view as the menu does; it then is the active part. */
	static IViewPart show(String id) {
		command(IWorkbenchCommandConstants.VIEWS_SHOW_VIEW, Map.of(IWorkbenchCommandConstants.VIEWS_SHOW_VIEW_PARM_ID, id));
		return page().findView(id);
	}

	/** Presses keys in a control; whatever listens to keys of the window, such as bindings of commands, hears it first. */
	static void key(Control control, int modifiers, int key) {
		for (int type : new int[] { SWT.KeyDown, SWT.KeyUp }) {
			Event event = new Event();
			event.stateMask = modifiers;
			event.keyCode = key;
			event.character = (key & SWT.KEYCODE_BIT) == 0 ? (char) key : 0;
			control.notifyListeners(type, event);
		}
	}

	/** The button of a command in a tool bar that can be seen. */
	static ToolItem toolItem(String command) {
		// Behind the name stand its keys.
		Pattern toolTip = Pattern.compile(Pattern.quote(command) + "( \\(.*)?");
		return all(window().getShell(), ToolBar.class).stream().filter(ToolBar::isVisible).flatMap(bar -> Arrays.stream(bar.getItems()))
				.filter(item -> item.getToolTipText() != null && toolTip.matcher(item.getToolTipText().replace("&", "")).matches())
				.findFirst().orElseThrow(() -> new AssertionError("no button " + command));
	}

	static void press(ToolItem item) {
		// The window looks after a moment what can be pressed.
		waitUntil("button " + item.getToolTipText() + " is enabled", item::isEnabled);
		item.notifyListeners(SWT.Selection, new Event());
	}

	/** Carries out something that opens a dialog and returns when it is closed, and works in the dialog meanwhile. */
	static void inDialog(String title, Runnable open, Consumer<Shell> work) {
		Display display = Display.getCurrent();
		AtomicReference<Throwable> problem = new AtomicReference<>();
		boolean[] worked = { false };
		long end = System.nanoTime() + PATIENCE.toNanos();
		Runnable[] look = new Runnable[1];
		look[0] = () -> {
			Shell shell = Arrays.stream(display.getShells())
					.filter(each -> each != window().getShell() && each.isVisible() && each.getText().equals(title)).findFirst()
					.orElse(null);
			if (shell == null) {
				if (System.nanoTime() < end) {
					display.timerExec(20, look[0]);
				}
				return;
			}
			worked[0] = true;
			try {
				work.accept(shell);
			} catch (Throwable e) {
				problem.set(e);
				if (!shell.isDisposed()) {
					shell.close();
				}
			}
		};
		display.timerExec(20, look[0]);
		open.run();
		if (problem.get() != null) {
			throw new AssertionError("in dialog " + title, problem.get());
		}
		if (!worked[0]) {
			fail("dialog " + title + " did not open");
		}
	}

	/** All widgets of a type below a composite. */
	static <T extends Control> List<T> all(Composite root, Class<T> type) {
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

	/** The composite of a type that holds a control. */
	static <T extends Composite> T ancestor(Control control, Class<T> type) {
		for (Composite parent = control.getParent(); parent != null; parent = parent.getParent()) {
			if (type.isInstance(parent)) {
				return type.cast(parent);
			}
		}
		throw new AssertionError("no such " + type.getSimpleName());
	}

	static <T extends Control> T find(Composite root, Class<T> type, Predicate<T> condition) {
		return all(root, type).stream().filter(condition).findFirst()
				.orElseThrow(() -> new AssertionError("no such " + type.getSimpleName()));
	}

	static Button button(Composite root, String label) {
		return find(root, Button.class, button -> button.isVisible() && button.getText().replace("&", "").equals(label));
	}

	static void press(Button button) {
		if (!button.isEnabled()) {
			fail("button " + button.getText() + " is disabled");
		}
		if ((button.getStyle() & (SWT.RADIO | SWT.CHECK)) != 0) {
			button.setSelection(true);
		}
		button.notifyListeners(SWT.Selection, new Event());
	}

	/** The control of a parameter in a form. */
	static <T extends Control> T parameter(Composite root, Class<T> type, String name) {
		return find(root, type, control -> name.equals(control.getData(ParameterForm.PARAMETER)));
	}

	/** Types into a field and leaves it. */
	static void type(Text field, String text) {
		field.setText(text);
		field.notifyListeners(SWT.FocusOut, new Event());
	}

	/** Chooses an item as a click does. */
	static void choose(Combo combo, String item) {
		combo.select(combo.indexOf(item));
		combo.notifyListeners(SWT.Selection, new Event());
	}
}

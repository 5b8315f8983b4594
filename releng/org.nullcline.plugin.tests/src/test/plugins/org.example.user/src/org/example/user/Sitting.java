package org.example.user;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/**
 * Does at the window what the system property {@code sitting} names, by widgets. Each step waits for what it needs;
 * all is done from timers, which go on while a dialog is open. What was done is said on standard error.
 */
public class Sitting implements IStartup {

	private static final String PROJECT = "sitting";
	private static final String EXECUTION = "sitting-1";
	private static final String RUN = "vanilla-32-seed-0";
	private static final int TICK = 50;
	private static final int MOST_TICKS = 2400;

	/** One thing a user does as soon as it can be done. */
	private record Step(String name, Attempt attempt) {
	}

	/** Returns what to do now, or null while it cannot be done. */
	@FunctionalInterface
	private interface Attempt {
		Runnable look() throws Exception;
	}

	private final Deque<Step> steps = new ArrayDeque<>();
	private Display display;
	private Widgets widgets;
	private int ticks;

	@Override
	public void earlyStartup() {
		String sitting = System.getProperty("sitting");
		if (sitting == null) {
			return;
		}
		display = PlatformUI.getWorkbench().getDisplay();
		display.asyncExec(() -> {
			widgets = new Widgets(display, window().getShell());
			steps.addAll(steps(sitting));
			tick();
		});
	}

	private List<Step> steps(String sitting) {
		List<Step> all = new ArrayList<>(List.of(new Step("the navigator is open", () -> this::showNavigator)));
		switch (sitting) {
		case "begins" -> {
			all.add(0, new Step("the project is there", () -> Sitting::openProject));
			all.add(select(PROJECT, "sitting.nullcline"));
			all.add(press("Run"));
			all.add(trains());
			all.add(closes());
			all.add(answer("Quit?", "Yes", false));
		}
		case "declines" -> {
			all.add(0, answer(EXECUTION, "No", false));
			all.add(shows("cancelled"));
			all.add(select(PROJECT, "runs", EXECUTION, RUN));
			all.add(press("Resume"));
			all.add(trains());
			all.add(new Step("waits for its end", () -> null));
		}
		case "remembers" -> {
			all.add(0, answer(EXECUTION, "Yes", true));
			all.add(trains());
			all.add(closes());
			all.add(answer("Quit?", "Yes", false));
		}
		case "watches" -> {
			all.add(shows("done"));
			// With the last network the study is not over: its report is still to be written.
			all.add(new Step("nothing is left to stop", () -> widgets.tool("Stop").isPresent() ? null : () -> {
			}));
			all.add(closes());
		}
		default -> throw new IllegalArgumentException(sitting);
		}
		return all;
	}

	private void tick() {
		if (display.isDisposed() || steps.isEmpty()) {
			return;
		}
		if (++ticks > MOST_TICKS) {
			System.err.println("user: waited in vain until " + steps.peek().name() + "\n" + widgets.describe());
			Runtime.getRuntime().halt(9);
		}
		// Before anything is done, because that may open a dialog.
		display.timerExec(TICK, this::tick);
		try {
			Runnable action = steps.peek().attempt().look();
			if (action != null) {
				String done = steps.remove().name();
				System.err.println("user: " + done);
				action.run();
			}
		} catch (Exception e) {
			e.printStackTrace();
			Runtime.getRuntime().halt(8);
		}
	}

	private Step select(String... path) {
		return new Step("selects " + String.join("/", path), () -> widgets.item(path).<Runnable>map(item -> () -> widgets.select(item))
				.orElse(null));
	}

	/** A button of the tool bar. */
	private Step press(String command) {
		return new Step("presses " + command, () -> widgets.tool(command).<Runnable>map(item -> () -> widgets.press(item)).orElse(null));
	}

	/** The run that is shown has been trained for a while. */
	private Step trains() {
		return new Step("it trains", () -> widgets.item(PROJECT, "runs", EXECUTION, RUN)
				.filter(item -> item.getText().contains("running, step") && !item.getText().contains("step 0 "))
				.<Runnable>map(item -> () -> System.err.println("user: sees " + item.getText())).orElse(null));
	}

	private Step shows(String state) {
		return new Step("it is " + state, () -> widgets.item(PROJECT, "runs", EXECUTION, RUN)
				.filter(item -> item.getText().contains("  " + state)).<Runnable>map(item -> () -> {
				}).orElse(null));
	}

	private Step closes() {
		return new Step("closes the window", () -> () -> window().getShell().close());
	}

	private Step answer(String text, String button, boolean check) {
		return new Step("answers " + button, () -> widgets.dialog(text).<Runnable>map(shell -> () -> answer(shell, button, check))
				.orElse(null));
	}

	private void answer(Shell shell, String button, boolean check) {
		if (check) {
			widgets.check(shell);
		}
		widgets.press(shell, button);
	}

	private void showNavigator() {
		try {
			ParameterizedCommand show = ParameterizedCommand.generateCommand(
					window().getService(ICommandService.class).getCommand("org.eclipse.ui.views.showView"),
					Map.of("org.eclipse.ui.views.showView.viewId", "org.nullcline.ui.navigator"));
			window().getService(IHandlerService.class).executeCommand(show, null);
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	/** It lies in the workspace, as if it had come from elsewhere. */
	private static void openProject() {
		try {
			IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT);
			project.create(null);
			project.open(null);
		} catch (CoreException e) {
			throw new IllegalStateException(e);
		}
	}

	private static IWorkbenchWindow window() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
	}
}

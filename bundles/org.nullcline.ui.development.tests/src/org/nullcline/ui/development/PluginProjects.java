package org.nullcline.ui.development;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** What the tests do with plug-in projects, by the widgets of the workbench. For tests that run on the UI thread. */
final class PluginProjects {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private PluginProjects() {
	}

	static IWorkbenchWindow window() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
	}

	/** Handles events until a condition holds. */
	static void waitUntil(String what, BooleanSupplier condition) {
		Display display = Display.getCurrent();
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				fail("waited in vain: " + what);
			}
			if (!display.readAndDispatch()) {
				// Wakes the loop up where no event comes.
				display.timerExec(20, () -> {
				});
				display.sleep();
			}
		}
	}

	/** Makes a project with the wizard. */
	static void create(String id, Consumer<Shell> further) {
		Display display = Display.getCurrent();
		Throwable[] problem = new Throwable[1];
		Runnable[] look = new Runnable[1];
		look[0] = () -> {
			Shell shell = Arrays.stream(display.getShells()).filter(each -> each.isVisible() && each.getText().equals(Messages.Wizard_title))
					.findFirst().orElse(null);
			if (shell == null) {
				display.timerExec(20, look[0]);
				return;
			}
			try {
				all(shell, Text.class).stream().filter(text -> Messages.Wizard_identifierHint.equals(text.getMessage())).findFirst()
						.orElseThrow().setText(id);
				further.accept(shell);
				press(shell, "Finish");
			} catch (Throwable e) {
				problem[0] = e;
				shell.close();
			}
		};
		display.timerExec(20, look[0]);
		command("org.eclipse.ui.newWizard", Map.of("newWizardId", "org.nullcline.ui.development.newPlugin"));
		if (problem[0] != null) {
			throw new AssertionError("in the wizard", problem[0]);
		}
	}

	static void press(Composite root, String label) {
		Button button = all(root, Button.class).stream().filter(each -> each.isVisible() && each.getText().replace("&", "").equals(label))
				.findFirst().orElseThrow(() -> new AssertionError("no button " + label));
		assertTrue(button.isEnabled(), "button " + label + " is disabled");
		if ((button.getStyle() & SWT.CHECK) != 0) {
			button.setSelection(!button.getSelection());
		}
		button.notifyListeners(SWT.Selection, new Event());
	}

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

	/** Opens a file in its editor, replaces a text in it and saves it as the key does. */
	static void edit(IFile file, String old, String with) {
		try {
			ITextEditor editor = (ITextEditor) IDE.openEditor(window().getActivePage(), file);
			IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
			int at = document.get().indexOf(old);
			assertTrue(at >= 0, file + " does not hold " + old);
			document.replace(at, old.length(), with);
			assertTrue(editor.isDirty());
			command("org.eclipse.ui.file.save", Map.of());
		} catch (Exception e) {
			throw new AssertionError(file.toString(), e);
		}
	}

	/** The markers of a project of at least a severity. */
	static List<IMarker> markers(IProject project, int severity) {
		try {
			return Arrays.stream(project.findMarkers(PluginMarkers.TYPE, true, IResource.DEPTH_INFINITE))
					.filter(marker -> marker.getAttribute(IMarker.SEVERITY, -1) >= severity).toList();
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}

	static IMarker onlyError(IProject project) {
		List<IMarker> errors = markers(project, IMarker.SEVERITY_ERROR);
		assertEquals(1, errors.size(), () -> errors.stream().map(marker -> marker.getAttribute(IMarker.MESSAGE, "")).toList().toString());
		return errors.get(0);
	}
}

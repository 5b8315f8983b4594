package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nullcline.ui.Messages;
import org.nullcline.ui.editor.StudyEditor;

/** Nothing that has to be read is cut off. */
class CutOffTest {

	@AfterEach
	void removeAll() throws CoreException {
		Studies.removeAll();
	}

	@Test
	void whatIsTooNarrowIsFound() {
		Shell shell = new Shell(Ui.window().getShell(), SWT.NONE);
		try {
			Composite body = new Composite(shell, SWT.NONE);
			Label narrow = new Label(body, SWT.NONE);
			narrow.setText("a label that needs more room");
			narrow.setSize(20, 20);
			Button outside = new Button(body, SWT.PUSH);
			outside.setText("outside");
			outside.pack();
			outside.setLocation(290, 60);
			shell.setLayout(new FillLayout());
			shell.setSize(320, 120);
			shell.open();
			shell.layout();
			List<String> found = CutOff.in(shell);
			assertTrue(found.stream().anyMatch(line -> line.contains("more room")), found::toString);
			assertTrue(found.stream().anyMatch(line -> line.contains("outside")), found::toString);
		} finally {
			shell.dispose();
		}
	}

	@Test
	void pagesOfTheEditorShowAllTheyHave() {
		StudyEditor editor = Studies.create("room");
		for (String page : List.of("overview", "task", "networks", "training", "analyses")) {
			Composite body = Studies.page(editor, page);
			Ui.waitUntil("the page is laid out", () -> body.getSize().x > 0 && CutOff.in(body).isEmpty());
		}
	}

	@Test
	void wizardsShowAllTheySay() {
		Studies.create("taken");
		Ui.inDialog(Messages.Wizard_newProject,
				() -> Ui.command("org.eclipse.ui.newWizard", Map.of("newWizardId", "org.nullcline.ui.wizards.newProject")),
				shell -> {
					assertNothingCutOff(shell);
					Text name = Ui.find(shell, Text.class, text -> text.isVisible() && text.isEnabled() && text.getEditable());
					name.setText("taken");
					assertNothingCutOff(shell);
					name.setText("fresh");
					Ui.press(Ui.button(shell, "Next >"));
					assertNothingCutOff(shell);
					shell.close();
				});
	}

	private static void assertNothingCutOff(Shell shell) {
		shell.layout(true, true);
		assertEquals(List.of(), CutOff.in(shell));
	}
}

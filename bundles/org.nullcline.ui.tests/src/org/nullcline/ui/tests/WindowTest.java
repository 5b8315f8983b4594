package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.intro.IIntroManager;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.figures.Theme;
import org.nullcline.ui.Messages;
import org.nullcline.ui.NullclinePerspective;
import org.nullcline.ui.editor.StudyEditor;
import org.nullcline.ui.help.CheatSheetView;
import org.nullcline.ui.help.GuideView;
import org.nullcline.ui.perspectives.AnalysePerspective;
import org.nullcline.ui.perspectives.TrainPerspective;

/** Perspectives, themes, keys, welcome page, cheat sheets and help. */
@ExtendWith(NoLoggedErrors.class)
class WindowTest {

	private static final String PERSPECTIVE = "org.eclipse.ui.perspectives.showPerspective";

	@AfterEach
	void removeAll() throws CoreException {
		show(NullclinePerspective.ID);
		Studies.removeAll();
	}

	@Test
	void eachPerspectiveHasItsViews() {
		show(TrainPerspective.ID);
		assertEquals(TrainPerspective.ID, Ui.page().getPerspective().getId());
		assertViews(NullclinePerspective.NAVIGATOR, NullclinePerspective.CURVES, NullclinePerspective.LOG);
		show(AnalysePerspective.ID);
		assertViews(NullclinePerspective.NAVIGATOR, NullclinePerspective.RESULTS, NullclinePerspective.CURVES);
		show(NullclinePerspective.ID);
		assertViews(NullclinePerspective.NAVIGATOR, NullclinePerspective.RESULTS);
	}

	@Test
	void commandsHaveKeys() throws Exception {
		for (Map.Entry<String, String> key : Map.of("CTRL+F11", "org.nullcline.ui.commands.run", "CTRL+SHIFT+F11",
				"org.nullcline.ui.commands.resume", "CTRL+F2", "org.nullcline.ui.commands.cancel", "ALT+2", PERSPECTIVE,
				"CTRL+SHIFT+O", "org.nullcline.ui.commands.report").entrySet()) {
			var binding = PlatformUI.getWorkbench().getService(IBindingService.class)
					.getPerfectMatch(KeySequence.getInstance(key.getKey()));
			assertNotNull(binding, key.getKey());
			assertEquals(key.getValue(), binding.getParameterizedCommand().getId());
		}
	}

	@Test
	void toolBarsStayBesideTheirTabsInAnotherPerspective() throws Exception {
		for (String perspective : List.of(TrainPerspective.ID, AnalysePerspective.ID, TrainPerspective.ID, AnalysePerspective.ID,
				NullclinePerspective.ID)) {
			show(perspective);
			// At first they are in place; what the stacks have put off moves them.
			while (Display.getCurrent().readAndDispatch()) {
				continue;
			}
			Ui.waitUntil("no tool bar lies on a view of " + perspective,
					() -> Ui.all(Ui.window().getShell(), CTabFolder.class).stream().noneMatch(WindowTest::toolBarLiesOnView));
		}
	}

	private static boolean toolBarLiesOnView(CTabFolder folder) {
		CTabItem selected = folder.getSelection();
		Control bar = folder.getTopRight();
		return folder.isVisible() && bar != null && bar.isVisible() && selected != null && selected.getControl() != null
				&& bar.getBounds().intersects(selected.getControl().getBounds());
	}

	@Test
	void theDarkThemeReachesFormsAndPlots() {
		StudyEditor editor = Studies.create("dark");
		Composite page = Studies.page(editor, "task");
		ChartCanvas chart = Ui.all(page, ChartCanvas.class).get(0);
		Ui.waitUntil("a trial is shown", () -> chart.getFigure() != null);
		// What is scrolled out of sight is not painted.
		Studies.form(editor).getForm().showControl(chart);
		assertTrue(brightness(page) > 0.5);
		assertReadable(page);
		clearATableAndCloseIt();
		Ui.command("org.nullcline.ui.commands.dark", Map.of());
		try {
			Ui.waitUntil("the form is dark", () -> brightness(page) < 0.5);
			Composite made = Studies.page(editor, "training");
			Ui.waitUntil("a page that is made later is dark", () -> brightness(made) < 0.5);
			assertReadable(made);
			Studies.page(editor, "task");
			Ui.waitUntil("the plot is dark", () -> {
				Studies.form(editor).getForm().showControl(chart);
				chart.redraw();
				return chart.getTheme() == Theme.DARK;
			});
			assertReadable(page);
			assertTrue(brightness(Ui.parameter(page, Combo.class, "task")) < 0.6);
		} finally {
			Ui.command("org.nullcline.ui.commands.dark", Map.of());
		}
		Ui.waitUntil("everything is light again", () -> {
			chart.redraw();
			return brightness(page) > 0.5 && chart.getTheme() == Theme.LIGHT;
		});
		assertReadable(page);
	}

	@Test
	void whatIsOpenedDoesNotStayBehindTheWelcomePage() throws Exception {
		Ui.command("org.eclipse.ui.help.quickStartAction", Map.of());
		IIntroManager intro = PlatformUI.getWorkbench().getIntroManager();
		Ui.waitUntil("the welcome page opens", () -> intro.getIntro() != null);
		Ui.page().showView(NullclinePerspective.LOG);
		Ui.waitUntil("the welcome page makes room", () -> intro.getIntro() == null);
		Ui.page().hideView(Ui.page().findView(NullclinePerspective.LOG));
	}

	@Test
	void theWelcomePageLeadsToACheatSheet() {
		Ui.command("org.eclipse.ui.help.quickStartAction", Map.of());
		IIntroManager intro = PlatformUI.getWorkbench().getIntroManager();
		Ui.waitUntil("the welcome page opens", () -> intro.getIntro() != null);
		Hyperlink link = Ui.find(Ui.window().getShell(), Hyperlink.class,
				each -> each.getText().equals(Messages.Welcome_firstStudy));
		Event enter = new Event();
		enter.character = '\r';
		link.notifyListeners(SWT.KeyDown, enter);
		Ui.waitUntil("the sheet opens", () -> Ui.page().findView(CheatSheetView.ID) != null);
		assertEquals(null, intro.getIntro());
		CheatSheetView sheet = (CheatSheetView) Ui.page().findView(CheatSheetView.ID);
		assertEquals(0, sheet.done());
		Ui.waitUntil("its first step is shown", () -> Ui.all(Ui.window().getShell(), Button.class).stream()
				.anyMatch(button -> button.isVisible() && button.getText().equals(Messages.Sheet_skip)));
		Ui.press(Ui.button(Ui.window().getShell(), Messages.Sheet_skip));
		assertEquals(1, sheet.done());
		Ui.press(Ui.button(Ui.window().getShell(), Messages.Sheet_check));
		assertEquals(2, sheet.done());
		for (String name : List.of("compare-architectures", "write-plug-in")) {
			Ui.command("org.nullcline.ui.commands.sheet", Map.of("org.nullcline.ui.commands.sheet.name", name));
			assertEquals(0, sheet.done());
		}
		Ui.page().hideView(sheet);
	}

	@Test
	void helpBelongsToWhatHasTheFocus() {
		StudyEditor editor = Studies.create("help");
		Studies.page(editor, "training").notifyListeners(SWT.Help, new Event());
		Ui.waitUntil("help opens", () -> Ui.page().findView(GuideView.ID) != null);
		GuideView guide = (GuideView) Ui.page().findView(GuideView.ID);
		Ui.waitUntil("it is the page about training", () -> guide.page() != null && guide.page().endsWith("html/editor.html#training"));
		Ui.command("org.nullcline.ui.commands.guide", Map.of("org.nullcline.ui.commands.guide.page", "hidden-markov"));
		assertEquals("/org.nullcline.help/html/hidden-markov.html", guide.page());
		assertTrue(Ui.all(Ui.window().getShell(), Label.class).stream().noneMatch(label -> label.getText().startsWith("There is no page")));
		Ui.page().hideView(guide);
	}

	/** On GTK a visible virtual table that is cleared leaves rows behind, over which a change of the theme stumbled. */
	private static void clearATableAndCloseIt() {
		Shell shell = new Shell(Ui.window().getShell());
		shell.setLayout(new FillLayout());
		Table table = new Table(shell, SWT.VIRTUAL);
		int[] filled = { 0 };
		table.addListener(SWT.SetData, event -> {
			((TableItem) event.item).setText("row " + event.index);
			filled[0]++;
		});
		table.setItemCount(50);
		shell.setSize(300, 300);
		shell.open();
		Ui.waitUntil("rows are shown", () -> filled[0] > 3);
		table.removeAll();
		int before = filled[0];
		table.setItemCount(50);
		Ui.waitUntil("rows are shown again", () -> filled[0] > before);
		table.setItemCount(0);
		shell.dispose();
	}

	private static void show(String perspective) {
		Ui.command(PERSPECTIVE, Map.of("org.eclipse.ui.perspectives.showPerspective.perspectiveId", perspective));
	}

	private static void assertViews(String... views) {
		IWorkbenchPage page = Ui.page();
		for (String view : views) {
			assertNotNull(page.findViewReference(view), view + " in " + page.getPerspective().getLabel());
		}
	}

	/** Labels stand out from their background. */
	private static void assertReadable(Composite page) {
		for (Label label : Ui.all(page, Label.class)) {
			if (label.isVisible() && label.isEnabled() && !label.getText().isEmpty()) {
				double contrast = contrast(label.getForeground().getRGB(), label.getBackground().getRGB());
				assertTrue(contrast > 3, label.getText() + ": " + contrast);
			}
		}
	}

	/** The contrast ratio of the Web Content Accessibility Guidelines. */
	private static double contrast(RGB one, RGB other) {
		double a = luminance(one) + 0.05;
		double b = luminance(other) + 0.05;
		return Math.max(a, b) / Math.min(a, b);
	}

	private static double luminance(RGB color) {
		return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
	}

	private static double linear(int channel) {
		double value = channel / 255.0;
		return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

	private static double brightness(org.eclipse.swt.widgets.Control control) {
		return control.getBackground().getRGB().getHSB()[2];
	}
}

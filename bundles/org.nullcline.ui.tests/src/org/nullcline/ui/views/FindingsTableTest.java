package org.nullcline.ui.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.ui.Messages;

/** Claims and explanations are sentences, for which columns are too narrow. */
class FindingsTableTest {

	private static final Finding COUNTED = new Finding("There are as many fixed points as memories, and each of them is stable.", 8,
			Finding.Interval.exact(8), "= 8", "Somebody 2020", Verdict.REPRODUCED, "");
	private static final Finding MEASURED = new Finding("The spectrum has one slow mode.", 0.98765,
			new Finding.Interval(0.91, 0.99, "95 % bootstrap over seeds"), "> 0.9", "", Verdict.UNDECIDED, "Seen in 3 of 4 networks.");

	@Test
	void theSelectedFindingIsToldInFull() {
		Shell shell = new Shell(Display.getCurrent());
		shell.setLayout(new FillLayout());
		try {
			FindingsTable findings = new FindingsTable(shell);
			SashForm body = (SashForm) findings.control();
			Table table = (Table) Stream.of(body.getChildren()).filter(Table.class::isInstance).findFirst().orElseThrow();
			Text details = (Text) Stream.of(body.getChildren()).filter(Text.class::isInstance).findFirst().orElseThrow();
			findings.show(List.of(COUNTED, MEASURED));
			assertEquals("8", table.getItem(0).getText(2), "a count is no decimal number");
			assertTrue(details.getText().contains(COUNTED.claim()), details::getText);
			assertTrue(details.getText().contains("[8, 8] (exact count)"), details::getText);
			table.setSelection(1);
			table.notifyListeners(SWT.Selection, new Event());
			for (String part : List.of(MEASURED.claim(), "undecided", "0.9877", "[0.9100, 0.9900] (95 % bootstrap over seeds)", "> 0.9",
					MEASURED.explanation())) {
				assertTrue(details.getText().contains(part), () -> part + " in " + details.getText());
			}
			findings.show(List.of());
			assertEquals(Messages.Findings_none, details.getText());
		} finally {
			shell.dispose();
		}
	}
}

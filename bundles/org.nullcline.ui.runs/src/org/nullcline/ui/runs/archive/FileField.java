package org.nullcline.ui.runs.archive;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.runs.Messages;

/** A field for the path of an archive, which may be typed or chosen; takes three columns. */
final class FileField {

	private static final String ENDING = ".zip"; //$NON-NLS-1$

	private final Text text;
	private final boolean save;

	/** @param style SWT.SAVE or SWT.OPEN */
	FileField(Composite parent, int style, Runnable changed) {
		save = style == SWT.SAVE;
		new Label(parent, SWT.NONE).setText(Messages.Archive_file);
		text = new Text(parent, SWT.BORDER);
		AccessibleNames.set(text, Messages.Archive_fileName);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
		text.addListener(SWT.Modify, event -> changed.run());
		Button browse = new Button(parent, SWT.PUSH);
		browse.setText(Messages.Archive_browse);
		browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			FileDialog dialog = new FileDialog(parent.getShell(), style);
			dialog.setFilterExtensions(new String[] { "*" + ENDING, "*" }); //$NON-NLS-1$ //$NON-NLS-2$
			String chosen = dialog.open();
			if (chosen != null) {
				text.setText(chosen);
			}
		}));
	}

	/** The path, or null as long as it is none. A file to be written gets its ending. */
	Path path() {
		String given = text.getText().strip();
		try {
			return given.isEmpty() ? null : Path.of(save && !given.endsWith(ENDING) ? given + ENDING : given);
		} catch (InvalidPathException e) {
			return null;
		}
	}
}

package org.nullcline.charts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.nullcline.figures.Drawing;
import org.nullcline.figures.FigureFormat;
import org.nullcline.figures.Viewport;

/** Puts drawings into files and on the clipboard, in the theme for print and in the background. */
final class ChartExport {

	/** More numbers than this are no use on a clipboard; the picture is. */
	private static final long MOST_NUMBERS = 200_000;
	/** Titles that can be names of files as they are. */
	private static final Pattern NAME = Pattern.compile("[\\w-]+");

	private ChartExport() {
	}

	/** Asks for a file and writes it. */
	static void choose(Shell shell, Drawing drawing, Optional<Viewport> view, FigureFormat format) {
		FileDialog dialog = new FileDialog(shell, SWT.SAVE);
		dialog.setText(Messages.Chart_exportTitle);
		dialog.setOverwrite(true);
		dialog.setFileName(name(drawing) + "." + format.extension());
		dialog.setFilterExtensions(new String[] { "*." + format.extension() });
		dialog.setFilterNames(new String[] { name(format) });
		String chosen = dialog.open();
		if (chosen != null) {
			Path file = Path.of(chosen);
			write(drawing, view, FigureFormat.of(file).isPresent() ? file : Path.of(chosen + "." + format.extension()), format);
		}
	}

	/** With the run that is shown, where the title is its name, so that the figures of several runs do not replace each other. */
	private static String name(Drawing drawing) {
		return NAME.matcher(drawing.title()).matches() ? drawing.title() + "-" + drawing.id() : drawing.id();
	}

	private static void write(Drawing drawing, Optional<Viewport> view, Path file, FigureFormat format) {
		Job job = Job.create(NLS.bind(Messages.Chart_exporting, file.getFileName()), _ -> {
			try {
				FigureFormat.of(file).orElse(format).write(drawing, view, file);
				return Status.OK_STATUS;
			} catch (IOException | RuntimeException e) {
				return failure(NLS.bind(Messages.Chart_exportFailed, file, e.getMessage()), e);
			}
		});
		job.setUser(true);
		job.schedule();
	}

	/** A picture, and the numbers as text for programs that take these. */
	static void copy(Display display, Drawing drawing, Optional<Viewport> view) {
		Job job = Job.create(Messages.Chart_copying, _ -> {
			try {
				ImageData image = new ImageData(new ByteArrayInputStream(FigureFormat.PNG.bytes(drawing, view)));
				String numbers = drawing.size() <= MOST_NUMBERS ? drawing.csv() : null;
				if (!display.isDisposed()) {
					display.asyncExec(() -> toClipboard(display, image, numbers));
				}
				return Status.OK_STATUS;
			} catch (RuntimeException e) {
				return failure(NLS.bind(Messages.Chart_copyFailed, e.getMessage()), e);
			}
		});
		job.schedule();
	}

	private static void toClipboard(Display display, ImageData image, String numbers) {
		Clipboard clipboard = new Clipboard(display);
		if (numbers == null) {
			clipboard.setContents(new Object[] { image }, new Transfer[] { ImageTransfer.getInstance() });
		} else {
			clipboard.setContents(new Object[] { image, numbers },
					new Transfer[] { ImageTransfer.getInstance(), TextTransfer.getInstance() });
		}
		clipboard.dispose();
	}

	private static IStatus failure(String message, Exception cause) {
		return Status.error(message, cause);
	}

	private static String name(FigureFormat format) {
		return switch (format) {
		case PNG -> Messages.Chart_png;
		case SVG -> Messages.Chart_svg;
		case PDF -> Messages.Chart_pdf;
		case CSV -> Messages.Chart_csv;
		};
	}
}

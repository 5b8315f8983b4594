package org.nullcline.figures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.nullcline.core.figure.Figure;

/** The kinds of files a figure can be written to. */
public enum FigureFormat {
	/** Scalable, for papers; letters are text. */
	SVG,
	/** Pixels, at twice the resolution of a screen. */
	PNG,
	/** Scalable, for papers; letters are outlines. */
	PDF,
	/** The numbers alone. */
	CSV;

	private static final double PNG_SCALE = 2;

	/** The extension of file names, without the dot. */
	public String extension() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The format that a file name asks for by its extension. */
	public static Optional<FigureFormat> of(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter(format -> name.endsWith("." + format.extension())).findFirst();
	}

	/** As {@link #bytes(Drawing)}. */
	public byte[] bytes(Figure figure) {
		return bytes(Drawing.of(figure));
	}

	/** The content of a file, drawn in the theme for print. */
	public byte[] bytes(Drawing drawing) {
		return bytes(drawing, Optional.empty());
	}

	/**
	 * The content of a file that shows a part of a drawing, in the theme for print. The numbers are always all of them.
	 *
	 * @param view the part; nothing: all data
	 */
	public byte[] bytes(Drawing drawing, Optional<Viewport> view) {
		FigurePainter painter = new FigurePainter(Theme.PRINT);
		return switch (this) {
		case SVG -> ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + painter.svg(drawing, view, drawing.id()) + "\n")
				.getBytes(StandardCharsets.UTF_8);
		case PNG -> painter.png(drawing, view, PNG_SCALE);
		case PDF -> painter.pdf(drawing, view);
		case CSV -> drawing.csv().getBytes(StandardCharsets.UTF_8);
		};
	}

	/** As {@link #write(Drawing, Path)}. */
	public void write(Figure figure, Path file) throws IOException {
		write(Drawing.of(figure), file);
	}

	/** As {@link #write(Drawing, Optional, Path)}, with all data. */
	public void write(Drawing drawing, Path file) throws IOException {
		write(drawing, Optional.empty(), file);
	}

	/** Writes a file, replacing it if it exists. An export that fails leaves what was there. */
	public void write(Drawing drawing, Optional<Viewport> view, Path file) throws IOException {
		byte[] content = bytes(drawing, view);
		Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName(), ".tmp");
		try {
			Files.write(temporary, content);
			if (!Files.exists(file)) {
				// Temporary files are for their owner alone; exported ones have the permissions that new files have here.
				Files.createFile(file);
			}
			try {
				Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(file));
			} catch (UnsupportedOperationException e) {
				// Not on this file system.
			}
			try {
				Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
			} catch (AtomicMoveNotSupportedException e) {
				Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
			}
		} finally {
			Files.deleteIfExists(temporary);
		}
	}
}

package org.nullcline.figures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.nullcline.core.figure.Figure;

/** The kinds of files a figure can be written to. */
public enum FigureFormat {
	/** Scalable, for papers. */
	SVG,
	/** Pixels, at twice the resolution of a screen. */
	PNG,
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

	/** The content of a file, drawn in the theme for print. */
	public byte[] bytes(Figure figure) {
		FigurePainter painter = new FigurePainter(Theme.PRINT);
		return switch (this) {
		case SVG -> ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + painter.svg(figure) + "\n")
				.getBytes(StandardCharsets.UTF_8);
		case PNG -> painter.png(figure, PNG_SCALE);
		case CSV -> painter.csv(figure).getBytes(StandardCharsets.UTF_8);
		};
	}

	/** Writes a file, replacing it if it exists. */
	public void write(Figure figure, Path file) throws IOException {
		Files.write(file, bytes(figure));
	}
}

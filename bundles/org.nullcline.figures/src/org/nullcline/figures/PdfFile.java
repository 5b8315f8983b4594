package org.nullcline.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jfree.chart.JFreeChart;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfGraphics2D;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A chart as a PDF file of one page. Letters are outlines, so that they look the same everywhere and no font is missing or
 * must be embedded; in SVG files they are text.
 */
final class PdfFile {

	/** A unit of a drawing is about a quarter of a millimetre. */
	private static final double POINTS_PER_UNIT = 0.25 / 25.4 * 72;

	private static final Pattern IDENTIFIER = Pattern.compile("/ID ?\\[<(\\p{XDigit}{32})> ?<(\\p{XDigit}{32})>\\]");

	private PdfFile() {
	}

	static byte[] write(JFreeChart chart, FigureSize size, String title) {
		float width = (float) (size.width() * POINTS_PER_UNIT);
		float height = (float) (size.height() * POINTS_PER_UNIT);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Document document = new Document(new Rectangle(width, height), 0, 0, 0, 0);
		PdfWriter writer = PdfWriter.getInstance(document, out);
		document.addTitle(title);
		document.addCreator("Nullcline");
		document.open();
		Graphics2D g2 = new PdfGraphics2D(writer.getDirectContent(), width, height, null, true, false, 0);
		try {
			g2.scale(POINTS_PER_UNIT, POINTS_PER_UNIT);
			chart.draw(g2, new Rectangle2D.Double(0, 0, size.width(), size.height()));
		} finally {
			g2.dispose();
		}
		writer.getInfo().remove(PdfName.CREATIONDATE);
		writer.getInfo().remove(PdfName.MODDATE);
		document.close();
		return withLastingIdentifier(out.toByteArray());
	}

	/** The library draws the identifier of a file at random; here equal figures give equal files. */
	private static byte[] withLastingIdentifier(byte[] file) {
		// One byte per character, so that places in the text are places in the file.
		String text = new String(file, StandardCharsets.ISO_8859_1);
		Matcher identifier = IDENTIFIER.matcher(text);
		if (!identifier.find()) {
			return file;
		}
		byte[] content = text.substring(0, identifier.start()).getBytes(StandardCharsets.ISO_8859_1);
		String lasting = UUID.nameUUIDFromBytes(content).toString().replace("-", "");
		return new StringBuilder(text).replace(identifier.start(1), identifier.end(1), lasting)
				.replace(identifier.start(2), identifier.end(2), lasting).toString().getBytes(StandardCharsets.ISO_8859_1);
	}
}

package org.nullcline.figures;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.RenderingHints.Key;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.imageio.ImageIO;

import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Element;

/**
 * Batik's SVG drawing, with tool tips, embedded pictures and whole layers as one element, and without hints that only make
 * files larger.
 */
final class SvgGraphics extends SVGGraphics2D {

	private static final String SVG = "http://www.w3.org/2000/svg";

	/** A rectangle and its colour. */
	record Cell(Rectangle2D place, Color color) {
	}

	SvgGraphics(SVGGeneratorContext context) {
		super(context, false);
	}

	private SvgGraphics(SvgGraphics other) {
		super(other);
	}

	@Override
	public Graphics create() {
		return new SvgGraphics(this);
	}

	/** A clip that takes nothing away is left out; else each element would name it. */
	@Override
	public void clip(Shape shape) {
		Dimension canvas = getSVGCanvasSize();
		boolean all = canvas != null && getTransform().isIdentity() && shape instanceof Rectangle2D area
				&& area.contains(0, 0, canvas.width, canvas.height);
		if (!all) {
			super.clip(shape);
		}
	}

	@Override
	public void drawString(String text, float x, float y) {
		super.drawString(SvgWriter.permitted(text), x, y);
	}

	/** Shapes with tool tips, in the present colour and stroke. */
	void marks(List<Shape> shapes, List<String> titles, boolean filled) {
		List<Element> elements = new ArrayList<>();
		for (int i = 0; i < shapes.size(); i++) {
			Element element = getShapeConverter().toSVG(shapes.get(i));
			if (element != null) {
				element.appendChild(titleElement(titles.get(i)));
				elements.add(element);
			}
		}
		group(elements, filled);
	}

	/** A path in the present colour and stroke. */
	void path(SvgPath path, boolean filled) {
		Element element = getDOMFactory().createElementNS(SVG, "path");
		element.setAttributeNS(null, "d", path.data());
		add(element, filled);
	}

	/** Filled rectangles, each in its own colour. */
	void cells(List<Cell> cells) {
		List<Element> elements = new ArrayList<>();
		for (Cell cell : cells) {
			Element element = getDOMFactory().createElementNS(SVG, "rect");
			place(element, cell.place());
			element.setAttributeNS(null, "fill", String.format(Locale.ROOT, "#%06x", cell.color().getRGB() & 0xFFFFFF));
			elements.add(element);
		}
		group(elements, true);
	}

	/** A group states once what its elements share: clip, colour and stroke. */
	private void group(List<Element> elements, boolean filled) {
		if (!elements.isEmpty()) {
			Element group = getDOMFactory().createElementNS(SVG, "g");
			elements.forEach(group::appendChild);
			add(group, filled);
		}
	}

	private void add(Element element, boolean filled) {
		element.setAttributeNS(null, filled ? "stroke" : "fill", "none");
		getDOMGroupManager().addElement(element, filled ? DOMGroupManager.FILL : DOMGroupManager.DRAW);
	}

	/** A picture inside the file. */
	void image(BufferedImage image, Rectangle2D place) {
		Element element = getDOMFactory().createElementNS(SVG, "image");
		place(element, place);
		element.setAttributeNS(null, "preserveAspectRatio", "none");
		element.setAttributeNS(null, "href", "data:image/png;base64," + base64(image));
		getDOMGroupManager().addElement(element);
	}

	/** Draws pixels onto any graphics, one to one if the scale is that of its device. */
	static void drawPixels(Graphics2D g2, BufferedImage image, double x, double y, double scale) {
		drawImage(g2, image, new Rectangle2D.Double(x, y, image.getWidth() / scale, image.getHeight() / scale));
	}

	/** Draws a picture onto any graphics. */
	static void drawImage(Graphics2D g2, BufferedImage image, Rectangle2D place) {
		if (g2 instanceof SvgGraphics svg) {
			svg.image(image, place);
		} else {
			AffineTransform transform = AffineTransform.getTranslateInstance(place.getX(), place.getY());
			transform.scale(place.getWidth() / image.getWidth(), place.getHeight() / image.getHeight());
			g2.drawImage(image, transform, null);
		}
	}

	/** All that matters is where edges must not be smoothed; the rest is how viewers draw anyway. */
	@Override
	public void setRenderingHint(Key key, Object value) {
		if (key == RenderingHints.KEY_ANTIALIASING) {
			super.setRenderingHints(value == RenderingHints.VALUE_ANTIALIAS_OFF ? Map.of(key, value) : Map.of());
		}
	}

	@Override
	@SuppressWarnings("rawtypes")
	public void setRenderingHints(Map hints) {
		// As above.
	}

	@Override
	@SuppressWarnings("rawtypes")
	public void addRenderingHints(Map hints) {
		// As above.
	}

	private static void place(Element element, Rectangle2D place) {
		element.setAttributeNS(null, "x", number(place.getX()));
		element.setAttributeNS(null, "y", number(place.getY()));
		element.setAttributeNS(null, "width", number(place.getWidth()));
		element.setAttributeNS(null, "height", number(place.getHeight()));
	}

	private Element titleElement(String title) {
		Element element = getDOMFactory().createElementNS(SVG, "title");
		element.setTextContent(SvgWriter.permitted(title));
		return element;
	}

	private static String number(double value) {
		String text = String.format(Locale.ROOT, "%.2f", value);
		return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
	}

	private static String base64(BufferedImage image) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", out);
		} catch (IOException e) {
			throw new UncheckedIOException("writing to memory does not fail", e);
		}
		return Base64.getEncoder().encodeToString(out.toByteArray());
	}
}

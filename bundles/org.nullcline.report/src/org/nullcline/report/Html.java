package org.nullcline.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML that is well-formed XML too. All text is escaped. */
final class Html {

	private final StringBuilder out = new StringBuilder();
	private final Deque<String> open = new ArrayDeque<>();

	/**
	 * Opens an element.
	 *
	 * @param attributes names and values in turn
	 */
	Html open(String element, String... attributes) {
		tag(element, attributes).append('>');
		open.push(element);
		return this;
	}

	/** Closes the innermost open element. */
	Html close() {
		out.append("</").append(open.pop()).append(">\n");
		return this;
	}

	/** An element with nothing but text. */
	Html element(String element, String text, String... attributes) {
		return open(element, attributes).text(text).close();
	}

	/** An element that never has content. */
	Html empty(String element, String... attributes) {
		tag(element, attributes).append(" />\n");
		return this;
	}

	Html text(String text) {
		escape(text);
		return this;
	}

	/** A link within a line of text. */
	Html link(String text, String target) {
		tag("a", "href", target).append('>');
		escape(text);
		out.append("</a>");
		return this;
	}

	/** Text that is markup already. */
	Html markup(String markup) {
		out.append(markup);
		return this;
	}

	/** All that was written; every element must be closed. */
	String finish() {
		if (!open.isEmpty()) {
			throw new IllegalStateException("still open: " + open);
		}
		return out.toString();
	}

	private StringBuilder tag(String element, String... attributes) {
		out.append('<').append(element);
		for (int i = 0; i < attributes.length; i += 2) {
			out.append(' ').append(attributes[i]).append("=\"");
			escape(attributes[i + 1]);
			out.append('"');
		}
		return out;
	}

	private void escape(String text) {
		text.codePoints().forEach(c -> {
			switch (c) {
			case '<' -> out.append("&lt;");
			case '>' -> out.append("&gt;");
			case '&' -> out.append("&amp;");
			case '"' -> out.append("&quot;");
			case '\'' -> out.append("&#39;");
			default -> out.appendCodePoint(permitted(c) ? c : 0xFFFD);
			}
		});
	}

	private static boolean permitted(int c) {
		return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c < 0x7F || c >= 0xA0 && c < 0xD800
				|| c > 0xDFFF && c != 0xFFFE && c != 0xFFFF;
	}
}

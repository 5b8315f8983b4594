package org.nullcline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What stands around the content of every report. */
final class PageFrame {

	private PageFrame() {
	}

	/** Everything before the content. */
	static void open(Html html, String title) {
		html.markup("<!DOCTYPE html>\n");
		html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
		html.open("head").empty("meta", "charset", "utf-8");
		html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
		// The page asks nothing of any network; browsers may hold it to that.
		html.empty("meta", "http-equiv", "Content-Security-Policy", "content",
				"default-src 'none'; style-src 'unsafe-inline'; img-src data:");
		html.element("title", title);
		html.open("style").markup(style()).close().close();
		html.open("body").open("main");
	}

	/** Everything after it. */
	static void close(Html html) {
		html.close().close().close();
	}

	private static String style() {
		try (InputStream in = PageFrame.class.getResourceAsStream("report.css")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException("the report's style cannot be read", e);
		}
	}
}

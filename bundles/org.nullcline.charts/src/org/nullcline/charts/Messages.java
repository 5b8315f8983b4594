package org.nullcline.charts;

import org.eclipse.osgi.util.NLS;

/** Texts for people. */
final class Messages extends NLS {

	public static String Chart_painting;
	public static String Chart_cell;
	public static String Chart_exportTitle;
	public static String Chart_exportFailed;
	public static String Chart_exportUnknown;
	public static String Chart_png;
	public static String Chart_svg;
	public static String Chart_csv;
	public static String Chart_pdf;
	public static String Chart_copy;
	public static String Chart_copying;
	public static String Chart_copyFailed;
	public static String Chart_exporting;
	public static String Chart_exportPdf;
	public static String Chart_exportPng;
	public static String Chart_exportSvg;
	public static String Chart_exportCsv;
	public static String Chart_zoomIn;
	public static String Chart_zoomOut;
	public static String Chart_reset;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}

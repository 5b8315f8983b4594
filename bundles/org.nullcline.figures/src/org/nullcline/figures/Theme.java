package org.nullcline.figures;

import java.awt.Color;
import java.util.EnumMap;
import java.util.Map;

import org.nullcline.core.figure.Hue;

/**
 * Shades of every hue on a background. The shades follow Okabe and Ito's palette where it has one, and neighbours in
 * {@link Hue#category} and {@link Hue#instability} differ in lightness too, so that they can be told apart without
 * colour vision and in a grey print.
 */
public enum Theme {
	/** For paper and reports, whatever the theme of the window. */
	PRINT(0xFFFFFF, 0x000000, 0x3C3C3C, 0xE4E4E4, 0x8A8A8A, 0xC3271B, 0x4FA830, 0x0072B2, 0xE69F00, 0x7A3F9D, 0x009E83,
			0x8C5A2B, 0xD873B0),
	/** For windows with a light theme. */
	LIGHT(0xFFFFFF, 0x1E1E1E, 0x444444, 0xEAEAEA, 0x8A8A8A, 0xCC2F22, 0x4FA830, 0x0076BA, 0xE69F00, 0x8044A6, 0x00A287,
			0x8C5A2B, 0xD873B0),
	/** For windows with a dark theme. */
	DARK(0x2B2B2B, 0xECECEC, 0xC4C4C4, 0x434343, 0x9A9A9A, 0xFF6B5A, 0x8CD867, 0x4FB0EE, 0xF5B83D, 0xBE8CE6, 0x2FCDB0,
			0xC99763, 0xF29CCB);

	private final Color background;
	private final Color secondary;
	private final Color gridLines;
	private final Map<Hue, Color> shades = new EnumMap<>(Hue.class);

	Theme(int background, int foreground, int secondary, int gridLines, int grey, int red, int green, int blue,
			int orange, int purple, int teal, int brown, int pink) {
		this.background = new Color(background);
		this.secondary = new Color(secondary);
		this.gridLines = new Color(gridLines);
		shades.put(Hue.BLACK, new Color(foreground));
		shades.put(Hue.GREY, new Color(grey));
		shades.put(Hue.RED, new Color(red));
		shades.put(Hue.GREEN, new Color(green));
		shades.put(Hue.BLUE, new Color(blue));
		shades.put(Hue.ORANGE, new Color(orange));
		shades.put(Hue.PURPLE, new Color(purple));
		shades.put(Hue.TEAL, new Color(teal));
		shades.put(Hue.BROWN, new Color(brown));
		shades.put(Hue.PINK, new Color(pink));
	}

	/** The shade of a hue. */
	public Color color(Hue hue) {
		return shades.get(hue);
	}

	/** What everything is drawn on. */
	public Color background() {
		return background;
	}

	/** Titles and labels of axes. */
	public Color foreground() {
		return color(Hue.BLACK);
	}

	/** Axes and their numbers. */
	public Color secondary() {
		return secondary;
	}

	/** Lines behind the data, and cells of a grid that hold no number. */
	public Color gridLines() {
		return gridLines;
	}
}

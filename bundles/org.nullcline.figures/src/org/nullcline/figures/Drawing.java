package org.nullcline.figures;

import java.util.Optional;

import org.nullcline.core.figure.Figure;

/** Something to draw: a figure, or one of three dimensions as it looks from somewhere. Safe for any thread. */
public sealed interface Drawing permits FlatDrawing, SpatialDrawing {

	/** A figure as it is. */
	static Drawing of(Figure figure) {
		return new FlatDrawing(figure);
	}

	/** The figure's identifier, usable as a file name. */
	String id();

	String title();

	/** What lies on the paper. The first time may take long, where there are many points. */
	Figure figure();

	/** How many layers of {@link #figure} come before those that the figure was made of. */
	int frameLayers();

	/** What is shown at first; nothing: all data. */
	Optional<Viewport> home();

	/** The numbers as comma-separated values (RFC 4180). */
	String csv();

	/** How many numbers that are, roughly. */
	long size();
}

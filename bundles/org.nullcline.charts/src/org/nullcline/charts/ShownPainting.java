package org.nullcline.charts;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.nullcline.charts.ChartPainter.Painting;
import org.nullcline.core.figure.Figure;

/** A painting on the screen, with its image. */
final class ShownPainting {

	private final Painting painting;
	private final Image image;

	ShownPainting(Device device, Painting painting) {
		this.painting = painting;
		image = new Image(device, provider(painting.pixels(), painting.request().zoom()));
	}

	private static ImageDataProvider provider(ImageData pixels, int painted) {
		return zoom -> zoom == painted ? pixels
				: pixels.scaledTo(Math.max(1, pixels.width * zoom / painted), Math.max(1, pixels.height * zoom / painted));
	}

	Painting painting() {
		return painting;
	}

	/** What lies on the paper; it was made when it was painted. */
	Figure figure() {
		return painting.request().drawing().figure();
	}

	int frameLayers() {
		return painting.request().drawing().frameLayers();
	}

	void paint(GC gc, Highlight highlight) {
		gc.drawImage(image, 0, 0);
		if (!highlight.isEmpty()) {
			SelectionOverlay.draw(gc, figure(), painting.geometry(), painting.request().theme(), highlight, frameLayers());
		}
	}

	void dispose() {
		image.dispose();
	}
}

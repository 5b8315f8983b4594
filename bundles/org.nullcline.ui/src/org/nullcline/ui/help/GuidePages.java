package org.nullcline.ui.help;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Optional;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;

/** Where pages of the guide lie as files, for browsers: bundles may be archives. */
final class GuidePages {

	/** The bundle with the pages. */
	static final String PLUGIN = "org.nullcline.help"; //$NON-NLS-1$

	private GuidePages() {
	}

	/**
	 * The file of a page.
	 *
	 * @param href as in tables of contents: {@code /plug-in/path}, with an anchor perhaps
	 */
	static Optional<URI> file(String href) {
		String[] parts = href.replaceFirst("^/", "").split("/", 2); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		Bundle bundle = parts.length < 2 ? null : Platform.getBundle(parts[0]);
		if (bundle == null) {
			return Optional.empty();
		}
		String path = parts[1].replaceFirst("[#?].*$", ""); //$NON-NLS-1$ //$NON-NLS-2$
		String rest = parts[1].substring(path.length());
		int folderEnd = path.lastIndexOf('/') + 1;
		URL folder = bundle.getEntry(path.substring(0, folderEnd));
		if (folder == null || bundle.getEntry(path) == null) {
			return Optional.empty();
		}
		try {
			// The whole folder, so that pictures and styles lie beside the page.
			URL unpacked = FileLocator.toFileURL(folder);
			URI base = new URI(unpacked.getProtocol(), unpacked.getPath(), null);
			return Optional.of(URI.create(base + path.substring(folderEnd) + rest));
		} catch (IOException | URISyntaxException e) {
			ILog.of(GuidePages.class).warn(href, e);
			return Optional.empty();
		}
	}
}

package org.nullcline.plugins.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** The parts of headers that list bundles or packages. */
final class Headers {

	private Headers() {
	}

	/**
	 * One name of a header.
	 *
	 * @param name     of a bundle or package
	 * @param range    in which its version must lie
	 * @param optional whether it may be missing
	 * @param version  the version itself, where the header gives versions
	 */
	record Clause(String name, VersionRange range, boolean optional, Version version) {
	}

	/** @throws IllegalArgumentException naming the header, if it is not valid */
	static List<Clause> parse(Map<String, String> headers, String header) {
		List<Clause> clauses = new ArrayList<>();
		try {
			ManifestElement[] elements = ManifestElement.parseHeader(header, headers.get(header));
			for (ManifestElement element : elements == null ? new ManifestElement[0] : elements) {
				String range = element.getAttribute(
						header.equals(Constants.IMPORT_PACKAGE) ? Constants.VERSION_ATTRIBUTE : Constants.BUNDLE_VERSION_ATTRIBUTE);
				String version = element.getAttribute(Constants.VERSION_ATTRIBUTE);
				boolean optional = Constants.RESOLUTION_OPTIONAL.equals(element.getDirective(Constants.RESOLUTION_DIRECTIVE));
				for (String name : element.getValueComponents()) {
					clauses.add(new Clause(name, new VersionRange(range == null ? "0.0.0" : range), optional,
							header.equals(Constants.EXPORT_PACKAGE) ? Version.parseVersion(version) : Version.emptyVersion));
				}
			}
		} catch (BundleException | IllegalArgumentException e) {
			throw new IllegalArgumentException(header + " in the manifest is not valid: " + e.getMessage(), e);
		}
		return clauses;
	}
}

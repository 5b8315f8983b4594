package org.nullcline.app.internal;

import java.nio.file.Path;
import java.util.Map;

import org.nullcline.core.analysis.Subject;
import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.RunRecord;

/**
 * A network that is to be analysed, with what is known about it.
 *
 * @param name unique among those that are analysed
 * @param file with the weights
 * @param run  that it was trained in, or null
 */
record AnalysedNetwork(String name, Path file, RunRecord run) {

	/** Where the file lies. */
	Path folder() {
		return file.toAbsolutePath().getParent();
	}

	Subject subject(NetworkFile.Loaded loaded) {
		Map<String, String> properties = run != null ? run.properties()
				: loaded.parameters("architecture.parameters");
		return new Subject(name, loaded.metadata().get("architecture"), loaded.network().cell().units(),
				run == null ? 0 : run.seed(), run == null ? Double.NaN : run.unexplained(), properties, loaded.network());
	}
}

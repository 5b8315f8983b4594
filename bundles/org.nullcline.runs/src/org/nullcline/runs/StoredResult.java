package org.nullcline.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.figure.Figure;

/**
 * A result as it lies on disk, {@code result.json} beside its {@code .npy} arrays; the arrays themselves are not loaded.
 *
 * @param analysis      identifier
 * @param analysisName  for people
 * @param plugin        symbolic name of the plug-in that gave the analysis
 * @param pluginVersion its version
 * @param subjects      names of the networks
 * @param parameters    of the analysis
 * @param values        single numbers
 * @param arrays        file by name
 * @param tables        for people
 * @param figures       for people
 * @param findings      with verdicts
 * @param notes         what a reader must know
 */
public record StoredResult(String analysis, String analysisName, String plugin, String pluginVersion,
		List<String> subjects, Map<String, String> parameters, Map<String, Double> values, Map<String, Path> arrays,
		List<Table> tables, List<Figure> figures, List<Finding> findings, List<String> notes) {

	/** Reads a result folder. */
	public static StoredResult read(Path folder) throws IOException {
		throw new UnsupportedOperationException();
	}
}

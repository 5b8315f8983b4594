package org.nullcline.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Listing;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.registry.Contribution;

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
 * @param listings      JSON file by name: what a program reads one by one
 * @param required      fingerprints of the results that this one was made from, by the identifier of their analysis
 */
public record StoredResult(String analysis, String analysisName, String plugin, String pluginVersion,
		List<String> subjects, Map<String, String> parameters, Map<String, Double> values, Map<String, Path> arrays,
		List<Table> tables, List<Figure> figures, List<Finding> findings, List<String> notes,
		Map<String, Path> listings, Map<String, String> required) {

	/** The name of the file in a result folder. */
	public static final String FILE = "result.json";

	/** In place of a result: why an analysis could not be carried out. */
	public static final String FAILURE_FILE = "failure.txt";

	/** The same with file names instead of paths: what the file holds. */
	private record Content(String analysis, String analysisName, String plugin, String pluginVersion,
			List<String> subjects, Map<String, String> parameters, Map<String, Double> values, Map<String, String> arrays,
			List<Table> tables, List<Figure> figures, List<Finding> findings, List<String> notes,
			Map<String, String> listings, Map<String, String> required) {
	}

	/** Writes a result that was made from no others. */
	public static StoredResult write(Path folder, Contribution analysis, AnalysisRequest request, AnalysisResult result)
			throws IOException {
		return write(folder, analysis, request, result, Map.of());
	}

	/**
	 * Writes a result: the arrays first, {@code result.json} last, so that a folder with it is complete.
	 *
	 * @param required fingerprints of the results that it was made from; see {@link StoredRequiredResults#fingerprints}
	 * @return what was written
	 */
	public static StoredResult write(Path folder, Contribution analysis, AnalysisRequest request, AnalysisResult result,
			Map<String, String> required) throws IOException {
		Map<String, String> files = new LinkedHashMap<>();
		for (Map.Entry<String, INDArray> array : result.arrays().entrySet()) {
			files.put(array.getKey(), array.getKey() + ".npy");
			NumpyFiles.write(folder.resolve(array.getKey() + ".npy"), array.getValue());
		}
		Map<String, String> listings = new LinkedHashMap<>();
		for (Listing listing : result.listings()) {
			listings.put(listing.name(), listing.name() + ".json");
			AtomicFiles.write(folder.resolve(listing.name() + ".json"),
					Json.compact(listing.items()).getBytes(StandardCharsets.UTF_8));
		}
		Content content = new Content(analysis.id(), analysis.name(), analysis.plugin(), analysis.pluginVersion(),
				request.subjects().stream().map(Subject::name).toList(), request.parameters().values(), result.values(), files,
				result.tables(), result.figures(), result.findings(), result.notes(), listings, new TreeMap<>(required));
		AtomicFiles.write(folder.resolve(FILE), Json.compact(content).getBytes(StandardCharsets.UTF_8));
		return of(content, folder);
	}

	/**
	 * Reads a result folder.
	 *
	 * @throws MalformedFileException if the result is damaged
	 * @throws IOException            if there is none; with the reason, if the analysis failed
	 */
	public static StoredResult read(Path folder) throws IOException {
		if (!Files.exists(folder.resolve(FILE)) && Files.exists(folder.resolve(FAILURE_FILE))) {
			throw new IOException("Analysis " + folder.getFileName() + " failed: " + Files.readString(folder.resolve(FAILURE_FILE)));
		}
		Content content = Json.read(folder.resolve(FILE), Content.class);
		if (content.analysis == null || content.subjects == null || content.tables == null || content.figures == null
				|| content.findings == null || content.notes == null || content.arrays == null || content.values == null
				|| content.parameters == null || content.arrays.containsValue(null)
				|| Stream.of(content.subjects, content.tables, content.figures, content.findings, content.notes)
						.anyMatch(list -> list.contains(null))) {
			throw new MalformedFileException(folder.resolve(FILE), "is incomplete");
		}
		return of(content, folder);
	}

	private static StoredResult of(Content c, Path folder) {
		Map<String, Path> arrays = new LinkedHashMap<>();
		c.arrays.forEach((name, file) -> arrays.put(name, folder.resolve(Path.of(file).getFileName())));
		Map<String, Path> listings = new LinkedHashMap<>();
		// Results of older versions have none.
		if (c.listings != null) {
			c.listings.forEach((name, file) -> listings.put(name, folder.resolve(Path.of(file).getFileName())));
		}
		return new StoredResult(c.analysis, c.analysisName, c.plugin, c.pluginVersion, c.subjects, c.parameters, c.values,
				arrays, c.tables, c.figures, c.findings, c.notes, listings, c.required == null ? Map.of() : c.required);
	}

	/**
	 * The result as the analysis gave it, with its arrays; listings, which programs read from their files, are left out.
	 *
	 * @throws IOException naming the array that cannot be read
	 */
	public AnalysisResult load() throws IOException {
		Map<String, INDArray> loaded = new LinkedHashMap<>();
		for (Map.Entry<String, Path> array : arrays.entrySet()) {
			loaded.put(array.getKey(), NumpyFiles.read(array.getValue()));
		}
		return new AnalysisResult(values, loaded, tables, figures, findings, notes);
	}
}

package org.nullcline.runs.internal.index;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** Reads the single numbers of results, and none of the figures, which are a thousand times as long. */
public final class ResultValues {

	private static final String VALUES = "values";

	private ResultValues() {
	}

	/** The values of all results of a run, as {@code ANALYSIS.VALUE}. A damaged result has none. */
	public static Map<String, Double> read(Path run) {
		Map<String, Double> values = new TreeMap<>();
		for (Path result : files(run)) {
			String analysis = result.getParent().getFileName().toString();
			try (Reader text = Files.newBufferedReader(result, StandardCharsets.UTF_8); JsonReader json = new JsonReader(text)) {
				read(json, analysis, values);
			} catch (IOException | IllegalStateException | NumberFormatException e) {
				// Whoever opens the result is told what is wrong with it.
				continue;
			}
		}
		return values;
	}

	/** The result files of a run. */
	static List<Path> files(Path run) {
		Path results = StudyFolder.resultFolder(run, "");
		if (!Files.isDirectory(results)) {
			return List.of();
		}
		try (Stream<Path> folders = Files.list(results)) {
			return folders.map(folder -> folder.resolve(StoredResult.FILE)).filter(Files::exists).sorted().toList();
		} catch (IOException | java.io.UncheckedIOException e) {
			return List.of();
		}
	}

	private static void read(JsonReader json, String analysis, Map<String, Double> values) throws IOException {
		json.beginObject();
		while (json.hasNext()) {
			if (!json.nextName().equals(VALUES)) {
				json.skipValue();
				continue;
			}
			json.beginObject();
			while (json.hasNext()) {
				String name = analysis + "." + json.nextName();
				if (json.peek() == JsonToken.NULL) {
					json.nextNull();
				} else {
					values.put(name, Double.valueOf(json.nextString()));
				}
			}
			// What follows are tables and figures.
			return;
		}
	}
}

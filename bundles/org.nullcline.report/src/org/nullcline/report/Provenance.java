package org.nullcline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import org.nullcline.report.ReportContent.Group;

/** Turns any JSON object into groups of names and values: each object in it becomes a group, the rest comes first. */
final class Provenance {

	private Provenance() {
	}

	/** @throws JsonParseException if the text is no JSON object */
	static List<Group> groups(String json) {
		if (!(JsonParser.parseString(json) instanceof JsonObject object)) {
			throw new JsonParseException("is not a JSON object");
		}
		Map<String, String> general = new LinkedHashMap<>();
		List<Group> groups = new ArrayList<>();
		for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
			if (entry.getValue() instanceof JsonObject nested) {
				Map<String, String> values = new LinkedHashMap<>();
				flatten("", nested, values);
				groups.add(new Group(entry.getKey(), values));
			} else {
				general.put(entry.getKey(), text(entry.getValue()));
			}
		}
		if (!general.isEmpty()) {
			groups.add(0, new Group("", general));
		}
		return groups;
	}

	private static void flatten(String prefix, JsonObject object, Map<String, String> values) {
		for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
			if (entry.getValue() instanceof JsonObject nested) {
				flatten(prefix + entry.getKey() + " / ", nested, values);
			} else {
				values.put(prefix + entry.getKey(), text(entry.getValue()));
			}
		}
	}

	private static String text(JsonElement element) {
		if (element instanceof JsonArray array) {
			return array.asList().stream().map(Provenance::text).collect(Collectors.joining(", "));
		}
		return element.isJsonPrimitive() ? element.getAsString() : element.isJsonNull() ? "" : element.toString();
	}
}

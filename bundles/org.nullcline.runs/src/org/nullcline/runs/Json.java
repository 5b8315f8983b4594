package org.nullcline.runs;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.nullcline.core.figure.Figure;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializationContext;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;

/** JSON as Nullcline writes it: NaN as null, infinities as texts, figures with the kind of each layer. */
public final class Json {

	private static final Gson GSON = builder().setPrettyPrinting().create();

	/** Without line breaks: figures hold thousands of numbers. */
	private static final Gson COMPACT = builder().create();

	private static GsonBuilder builder() {
		return new GsonBuilder().disableHtmlEscaping().serializeNulls().setStrictness(Strictness.STRICT)
				.registerTypeAdapter(double.class, new DoubleAdapter()).registerTypeAdapter(Double.class, new DoubleAdapter())
				.registerTypeAdapter(Figure.Layer.class, new LayerAdapter());
	}

	private Json() {
	}

	/** For people: indented. */
	public static String pretty(Object value) {
		return GSON.toJson(value) + "\n";
	}

	/** For programs: one line. */
	public static String compact(Object value) {
		return COMPACT.toJson(value) + "\n";
	}

	/**
	 * Reads a JSON file.
	 *
	 * @throws MalformedFileException if it is not JSON, or not of this type
	 */
	public static <T> T read(Path file, Class<T> type) throws IOException {
		String text;
		try {
			text = Files.readString(file, StandardCharsets.UTF_8);
		} catch (NoSuchFileException e) {
			throw new IOException(file + ": no such file", e);
		} catch (java.nio.charset.CharacterCodingException e) {
			throw new MalformedFileException(file, "is not UTF-8");
		}
		try {
			T value = GSON.fromJson(text, type);
			if (value == null) {
				throw new MalformedFileException(file, "is empty");
			}
			return value;
		} catch (RuntimeException e) {
			// The library wraps what the constructor of a record throws in a plain RuntimeException.
			throw new MalformedFileException(file, "is damaged" + where(e));
		}
	}

	static JsonObject parse(String text) {
		return GSON.fromJson(text, JsonObject.class);
	}

	/** Where in a text JSON could not be read; the library's own messages talk of its methods. */
	static String where(Exception e) {
		Matcher matcher = Pattern.compile("at line (\\d+) column (\\d+)").matcher(String.valueOf(e.getMessage()));
		return matcher.find() ? ", line " + matcher.group(1) + ", column " + matcher.group(2) : "";
	}

	private static final class DoubleAdapter extends TypeAdapter<Double> {

		@Override
		public void write(JsonWriter out, Double value) throws IOException {
			if (value == null || value.isNaN()) {
				out.nullValue();
			} else if (value.isInfinite()) {
				out.value(value > 0 ? "Infinity" : "-Infinity");
			} else {
				out.value(value);
			}
		}

		@Override
		public Double read(JsonReader in) throws IOException {
			if (in.peek() == JsonToken.NULL) {
				in.nextNull();
				return Double.NaN;
			}
			return Double.valueOf(in.nextString());
		}
	}

	private static final class LayerAdapter implements JsonSerializer<Figure.Layer>, JsonDeserializer<Figure.Layer> {

		@Override
		public JsonElement serialize(Figure.Layer layer, Type type, JsonSerializationContext context) {
			JsonElement element = context.serialize(layer, layer.getClass());
			JsonObject tagged = new JsonObject();
			tagged.add("kind", new JsonPrimitive(switch (layer) {
			case Figure.Points points -> "points";
			case Figure.Line line -> "line";
			case Figure.Area area -> "area";
			case Figure.Grid grid -> "grid";
			}));
			element.getAsJsonObject().entrySet().forEach(entry -> tagged.add(entry.getKey(), entry.getValue()));
			if (layer instanceof Figure.Points points && points.subjects().isEmpty()) {
				tagged.remove("subjects");
			}
			return tagged;
		}

		@Override
		public Figure.Layer deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
			JsonElement kind = json.isJsonObject() ? json.getAsJsonObject().get("kind") : JsonNull.INSTANCE;
			return switch (kind == null || !kind.isJsonPrimitive() ? "" : kind.getAsString()) {
			case "points" -> context.deserialize(json, Figure.Points.class);
			case "line" -> context.deserialize(json, Figure.Line.class);
			case "area" -> context.deserialize(json, Figure.Area.class);
			case "grid" -> context.deserialize(json, Figure.Grid.class);
			default -> throw new JsonParseException("a figure has a layer of unknown kind " + kind);
			};
		}
	}
}

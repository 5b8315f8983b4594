package org.nullcline.app.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A command that has been carried out: its exit code and what it printed. */
record Invocation(int code, String out, String err) {

	static Invocation nullcline(Object... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		String[] texts = java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
		int code = HeadlessApplication.execute(new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8)), texts);
		return new Invocation(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	JsonObject json() {
		return JsonParser.parseString(out).getAsJsonObject();
	}
}

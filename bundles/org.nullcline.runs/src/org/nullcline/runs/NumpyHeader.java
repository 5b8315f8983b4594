package org.nullcline.runs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a NumPy array: a Python dictionary of {@code descr}, {@code fortran_order} and {@code shape}. Nothing else
 * of Python is understood, let alone evaluated.
 *
 * @param type         of the numbers
 * @param fortranOrder whether the first index runs fastest
 * @param shape        not negative; empty for a single number
 */
record NumpyHeader(NumpyType type, boolean fortranOrder, long[] shape) {

	/** @throws IllegalArgumentException with the reason, if the text is no such header or the type cannot be read */
	static NumpyHeader parse(String text) {
		Map<String, Object> entries = new Parser(text).dictionary();
		if (entries.size() != 3 || !(entries.get("descr") instanceof String code)
				|| !(entries.get("fortran_order") instanceof Boolean fortran) || !(entries.get("shape") instanceof long[] shape)) {
			throw new IllegalArgumentException("has a header that does not give its type, order and shape");
		}
		return new NumpyHeader(NumpyType.of(code), fortran, shape);
	}

	/** Reads the few forms of Python's literals that a header is made of. */
	private static final class Parser {

		private final String text;
		private int at;

		Parser(String text) {
			this.text = text;
		}

		Map<String, Object> dictionary() {
			Map<String, Object> entries = new HashMap<>();
			expect('{');
			while (peek() != '}') {
				String key = quoted();
				expect(':');
				if (entries.put(key, value()) != null) {
					throw damaged();
				}
				if (peek() != '}') {
					expect(',');
				}
			}
			expect('}');
			if (!text.substring(at).isBlank()) {
				throw damaged();
			}
			return entries;
		}

		private Object value() {
			char first = peek();
			if (first == '\'' || first == '"') {
				return quoted();
			}
			if (first == '(') {
				return sizes();
			}
			if (first == '[') {
				throw new IllegalArgumentException(text.contains("|O") ? NumpyFormat.PICKLE
						: "has fields of several types; save each field as an array of its own");
			}
			for (Boolean truth : List.of(true, false)) {
				String word = truth ? "True" : "False";
				if (text.startsWith(word, at)) {
					at += word.length();
					return truth;
				}
			}
			throw damaged();
		}

		private long[] sizes() {
			List<Long> sizes = new ArrayList<>();
			expect('(');
			while (peek() != ')') {
				int begin = at;
				while (at < text.length() && Character.isDigit(text.charAt(at))) {
					at++;
				}
				// Eighteen digits always fit; nothing real has more.
				if (at == begin || at - begin > 18) {
					throw damaged();
				}
				sizes.add(Long.parseLong(text.substring(begin, at)));
				// Python 2 wrote 3L.
				if (peek() == 'L') {
					at++;
				}
				if (peek() != ')') {
					expect(',');
				}
			}
			expect(')');
			return sizes.stream().mapToLong(Long::longValue).toArray();
		}

		private String quoted() {
			char quote = peek();
			int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
			if (end < 0) {
				throw damaged();
			}
			String content = text.substring(at + 1, end);
			at = end + 1;
			return content;
		}

		private void expect(char wanted) {
			if (peek() != wanted) {
				throw damaged();
			}
			at++;
		}

		/** The next character that is no white space. */
		private char peek() {
			while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
				at++;
			}
			if (at == text.length()) {
				throw damaged();
			}
			return text.charAt(at);
		}

		private IllegalArgumentException damaged() {
			return new IllegalArgumentException("has a damaged header (at character " + at + ")");
		}
	}
}

package org.nullcline.comparison.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words and signs of a filter. */
final class FilterTokens {

	/** Kinds of tokens. */
	enum Type {
		WORD, QUOTED, OPERATOR, OPEN, CLOSE, COMMA, END
	}

	/**
	 * A token.
	 *
	 * @param text  without quotes
	 * @param start where it begins
	 * @param end   where it ends, exclusive
	 */
	record Token(Type type, String text, int start, int end) {

		boolean isKeyword(String word) {
			return type == Type.WORD && text.toLowerCase(Locale.ROOT).equals(word);
		}
	}

	private static final String OTHER_WORD_CHARACTERS = "._-+*/:%";
	private static final List<String> OPERATORS = List.of("<=", ">=", "!=", "<>", "==", "=", "<", ">", "~");

	private FilterTokens() {
	}

	/** All tokens, the last of which is the end. */
	static List<Token> of(String text) throws FilterSyntaxException {
		List<Token> tokens = new ArrayList<>();
		int at = 0;
		while (at < text.length()) {
			char c = text.charAt(at);
			if (Character.isWhitespace(c)) {
				at++;
				continue;
			}
			Token token = next(text, at);
			tokens.add(token);
			at = token.end;
		}
		tokens.add(new Token(Type.END, "", text.length(), text.length()));
		return tokens;
	}

	static boolean isWordCharacter(char c) {
		return Character.isLetterOrDigit(c) || OTHER_WORD_CHARACTERS.indexOf(c) >= 0;
	}

	private static Token next(String text, int at) throws FilterSyntaxException {
		char c = text.charAt(at);
		switch (c) {
		case '(':
			return new Token(Type.OPEN, "(", at, at + 1);
		case ')':
			return new Token(Type.CLOSE, ")", at, at + 1);
		case ',':
			return new Token(Type.COMMA, ",", at, at + 1);
		case '\'', '"':
			return quoted(text, at);
		default:
			break;
		}
		for (String operator : OPERATORS) {
			if (text.startsWith(operator, at)) {
				return new Token(Type.OPERATOR, operator, at, at + operator.length());
			}
		}
		int end = at;
		while (end < text.length() && isWordCharacter(text.charAt(end))) {
			end++;
		}
		if (end == at) {
			throw new FilterSyntaxException("'" + c + "' is not understood; put names and values with such characters in quotes",
					at, at + 1);
		}
		return new Token(Type.WORD, text.substring(at, end), at, end);
	}

	/** Two quotes stand for one. */
	private static Token quoted(String text, int at) throws FilterSyntaxException {
		char quote = text.charAt(at);
		StringBuilder content = new StringBuilder();
		for (int i = at + 1; i < text.length(); i++) {
			if (text.charAt(i) != quote) {
				content.append(text.charAt(i));
			} else if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
				content.append(quote);
				i++;
			} else {
				return new Token(Type.QUOTED, content.toString(), at, i + 1);
			}
		}
		throw new FilterSyntaxException("the closing quote is missing", at, text.length());
	}
}

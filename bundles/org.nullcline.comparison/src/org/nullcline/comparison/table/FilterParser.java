package org.nullcline.comparison.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.nullcline.comparison.table.FilterTokens.Token;
import org.nullcline.comparison.table.FilterTokens.Type;
import org.nullcline.runs.index.IndexedRun;

/** Reads filters by recursive descent. */
final class FilterParser {

	private static final List<String> KEYWORDS = List.of("and", "or", "not", "has", "in");

	private final RunColumns columns;
	private final List<Token> tokens;
	private int position;

	FilterParser(String text, RunColumns columns) throws FilterSyntaxException {
		this.columns = columns;
		tokens = FilterTokens.of(text);
	}

	/** Whether a name or value need not be quoted. */
	static boolean isWord(String text) {
		return !text.isEmpty() && text.chars().allMatch(c -> FilterTokens.isWordCharacter((char) c))
				&& !KEYWORDS.contains(text.toLowerCase(Locale.ROOT));
	}

	Predicate<IndexedRun> parse() throws FilterSyntaxException {
		Predicate<IndexedRun> expression = expression();
		if (peek().type() != Type.END) {
			throw wrong("expected 'and' or 'or' before '" + peek().text() + "'", peek());
		}
		return expression;
	}

	private Predicate<IndexedRun> expression() throws FilterSyntaxException {
		Predicate<IndexedRun> all = term();
		while (takeKeyword("or")) {
			all = all.or(term());
		}
		return all;
	}

	private Predicate<IndexedRun> term() throws FilterSyntaxException {
		Predicate<IndexedRun> all = factor();
		while (takeKeyword("and")) {
			all = all.and(factor());
		}
		return all;
	}

	private Predicate<IndexedRun> factor() throws FilterSyntaxException {
		if (takeKeyword("not")) {
			return factor().negate();
		}
		if (takeKeyword("has")) {
			RunColumn column = column();
			return run -> column.text().apply(run) != null;
		}
		if (peek().type() == Type.OPEN) {
			Token open = take();
			Predicate<IndexedRun> inner = expression();
			if (peek().type() != Type.CLOSE) {
				throw wrong("the closing parenthesis is missing", open);
			}
			take();
			return inner;
		}
		return comparison();
	}

	private Predicate<IndexedRun> comparison() throws FilterSyntaxException {
		RunColumn column = column();
		if (takeKeyword("in")) {
			return in(column);
		}
		if (peek().type() != Type.OPERATOR) {
			throw wrong("expected a comparison with '" + column.name() + "', for example " + example(column), peek());
		}
		Token operator = take();
		return compare(column, operator, value(operator.text()));
	}

	private Predicate<IndexedRun> in(RunColumn column) throws FilterSyntaxException {
		if (peek().type() != Type.OPEN) {
			throw wrong("expected values in parentheses after 'in', for example " + column.name() + " in (1, 2)", peek());
		}
		Token open = take();
		List<Predicate<IndexedRun>> choices = new ArrayList<>();
		do {
			choices.add(equal(column, value("in").text()));
		} while (takeComma());
		if (peek().type() != Type.CLOSE) {
			throw wrong("the closing parenthesis is missing", open);
		}
		take();
		return choices.stream().reduce(Predicate::or).orElseThrow();
	}

	private Predicate<IndexedRun> compare(RunColumn column, Token operator, Token value) throws FilterSyntaxException {
		return switch (operator.text()) {
		case "=", "==" -> equal(column, value.text());
		case "!=", "<>" -> has(column).and(equal(column, value.text()).negate());
		case "~" -> contains(column, value.text());
		default -> ordered(column, operator, value);
		};
	}

	private Predicate<IndexedRun> ordered(RunColumn column, Token operator, Token value) throws FilterSyntaxException {
		double limit = RunColumns.number(value.text());
		if (!column.numeric() || Double.isNaN(limit)) {
			if (column.numeric()) {
				throw wrong("'" + column.name() + "' is a number, '" + value.text() + "' is none", value);
			}
			String text = value.text();
			Comparator<String> order = NaturalOrder.INSTANCE;
			return has(column).and(switch (operator.text()) {
			case "<" -> run -> order.compare(column.text().apply(run), text) < 0;
			case "<=" -> run -> order.compare(column.text().apply(run), text) <= 0;
			case ">" -> run -> order.compare(column.text().apply(run), text) > 0;
			default -> run -> order.compare(column.text().apply(run), text) >= 0;
			});
		}
		DoublePredicate condition = switch (operator.text()) {
		case "<" -> number -> number < limit;
		case "<=" -> number -> number <= limit;
		case ">" -> number -> number > limit;
		default -> number -> number >= limit;
		};
		return run -> condition.test(column.number().applyAsDouble(run));
	}

	private static Predicate<IndexedRun> has(RunColumn column) {
		return run -> column.text().apply(run) != null;
	}

	private static Predicate<IndexedRun> equal(RunColumn column, String value) {
		double wanted = RunColumns.number(value);
		return run -> {
			String text = column.text().apply(run);
			return text != null && (text.equalsIgnoreCase(value) || !Double.isNaN(wanted) && RunColumns.number(text) == wanted);
		};
	}

	private static Predicate<IndexedRun> contains(RunColumn column, String value) {
		StringBuilder expression = new StringBuilder();
		for (String piece : value.split("\\*", -1)) {
			expression.append(expression.isEmpty() ? "" : ".*").append(piece.isEmpty() ? "" : Pattern.quote(piece));
		}
		// A star at the beginning has an empty piece before it.
		Pattern pattern = Pattern.compile((value.startsWith("*") ? ".*" : "") + expression,
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
		return run -> {
			String text = column.text().apply(run);
			return text != null && pattern.matcher(text).find();
		};
	}

	private RunColumn column() throws FilterSyntaxException {
		Token token = take();
		if (token.type() == Type.END) {
			throw wrong("a column is missing at the end, for example " + example(null), token);
		}
		if (token.type() != Type.WORD && token.type() != Type.QUOTED) {
			throw wrong("expected the name of a column instead of '" + token.text() + "'", token);
		}
		RunColumn found = columns.find(token.text()).orElse(null);
		if (found == null) {
			found = columns.all().stream().filter(column -> column.name().equalsIgnoreCase(token.text())).findFirst().orElse(null);
		}
		if (found == null) {
			throw wrong("there is no column '" + token.text() + "'" + nearest(token.text()), token);
		}
		return found;
	}

	private Token value(String after) throws FilterSyntaxException {
		Token token = take();
		if (token.type() != Type.WORD && token.type() != Type.QUOTED) {
			throw wrong("a value is missing after '" + after + "'", token);
		}
		return token;
	}

	private String nearest(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return columns.all().stream().map(RunColumn::name)
				.min(Comparator.comparingInt((String known) -> distance(lower, known.toLowerCase(Locale.ROOT))))
				.filter(known -> distance(lower, known.toLowerCase(Locale.ROOT)) <= Math.max(2, name.length() / 3))
				.map(known -> "; did you mean '" + known + "'?").orElse("");
	}

	/** Levenshtein's edit distance, or less where the last part of a name is meant. */
	private static int distance(String given, String known) {
		if (known.endsWith("." + given)) {
			return 1;
		}
		int[] row = new int[known.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= given.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int replaced = diagonal + (given.charAt(i - 1) == known.charAt(j - 1) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[known.length()];
	}

	private static String example(RunColumn column) {
		if (column == null) {
			return "units >= 64";
		}
		return RunFilter.quoted(column.name()) + (column.numeric() ? " < 1" : " = word");
	}

	private boolean takeKeyword(String word) {
		boolean found = peek().isKeyword(word);
		if (found) {
			take();
		}
		return found;
	}

	private boolean takeComma() {
		boolean found = peek().type() == Type.COMMA;
		if (found) {
			take();
		}
		return found;
	}

	private Token peek() {
		return tokens.get(position);
	}

	private Token take() {
		Token token = tokens.get(position);
		if (token.type() != Type.END) {
			position++;
		}
		return token;
	}

	private static FilterSyntaxException wrong(String message, Token token) {
		return new FilterSyntaxException(message, token.start(), Math.max(token.end(), token.start()));
	}
}

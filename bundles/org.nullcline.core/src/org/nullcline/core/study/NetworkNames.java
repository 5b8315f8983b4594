package org.nullcline.core.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.ParameterType;

/** Names of networks that say what they differ in, and no more. */
final class NetworkNames {

	private NetworkNames() {
	}

	/**
	 * One name for each architecture of a grid: its identifier, and the parameters that tell it from others of the same
	 * identifier. The first parameters that do so are taken, in the order of their declaration.
	 */
	static List<String> prefixes(List<PopulationGrid.Entry> entries) {
		List<String> prefixes = new ArrayList<>();
		Map<String, Integer> occurrences = new HashMap<>();
		for (PopulationGrid.Entry entry : entries) {
			String id = id(entry);
			List<PopulationGrid.Entry> alike = entries.stream().filter(other -> id(other).equals(id)).toList();
			String prefix = id + words(alike).get(alike.indexOf(entry));
			int occurrence = occurrences.merge(prefix, 1, Integer::sum);
			prefixes.add(occurrence == 1 ? prefix : prefix + "." + occurrence);
		}
		return prefixes;
	}

	private static String id(PopulationGrid.Entry entry) {
		return entry.architecture().contribution().id();
	}

	/** What follows the identifier, for each of several entries with one identifier. */
	private static List<String> words(List<PopulationGrid.Entry> alike) {
		List<String> words = new ArrayList<>(java.util.Collections.nCopies(alike.size(), ""));
		for (ParameterDeclaration parameter : alike.get(0).architecture().contribution().parameters()) {
			words = distinguish(words, alike.stream().map(entry -> word(parameter, entry)).toList());
		}
		return distinguish(words, alike.stream().map(entry -> entry.learningRate().isEmpty() ? ""
				: "-learning-rate-" + number(entry.learningRate().getAsDouble())).toList());
	}

	/** Appends further words if more of the entries can then be told apart. */
	private static List<String> distinguish(List<String> words, List<String> further) {
		List<String> longer = new ArrayList<>();
		for (int i = 0; i < words.size(); i++) {
			longer.add(words.get(i) + further.get(i));
		}
		return new HashSet<>(longer).size() > new HashSet<>(words).size() ? longer : words;
	}

	private static String word(ParameterDeclaration parameter, PopulationGrid.Entry entry) {
		String value = entry.architecture().parameters().values().get(parameter.name()).replaceAll("[^A-Za-z0-9.+_-]+", "-");
		return "-" + (parameter.type() == ParameterType.CHOICE ? value : parameter.name() + "-" + value);
	}

	/** A number as Python writes it: 1e-05, 0.001, 0. */
	static String number(double value) {
		if (value == 0) {
			return "0";
		}
		BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
		int exponent = exact.precision() - exact.scale() - 1;
		if (exponent >= -4 && exponent < 16) {
			return exact.toPlainString();
		}
		return exact.movePointLeft(exponent).stripTrailingZeros().toPlainString()
				+ String.format(java.util.Locale.ROOT, "e%+03d", exponent);
	}
}

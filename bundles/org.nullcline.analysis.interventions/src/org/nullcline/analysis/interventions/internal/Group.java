package org.nullcline.analysis.interventions.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Units that make a network leave a symbol.
 *
 * @param symbol from 0
 * @param units  from 0
 */
record Group(int symbol, int[] units) {

	/** Groups as a user writes them: {@code 0: 83 6 59 | 2: 114 72 28}. */
	static List<Group> parse(String text, int symbols, int units) throws AnalysisException {
		List<Group> groups = new ArrayList<>();
		for (String part : text.split("\\|")) {
			String[] sides = part.split(":");
			try {
				int symbol = Integer.parseInt(sides[0].strip());
				int[] members = Arrays.stream(sides[1].strip().split("[\\s,]+")).mapToInt(Integer::parseInt).toArray();
				if (sides.length != 2 || symbol < 0 || symbol >= symbols
						|| Arrays.stream(members).anyMatch(unit -> unit < 0 || unit >= units)) {
					throw new IllegalArgumentException();
				}
				groups.add(new Group(symbol, members));
			} catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
				throw new AnalysisException("groups '" + part.strip() + "': expected a symbol from 0 to " + (symbols - 1)
						+ ", a colon and units from 0 to " + (units - 1) + ", such as 0: 3 6 9");
			}
		}
		return groups;
	}

	/** The kick neurons in a result of the analysis of weights. */
	static List<Group> found(AnalysisResult weights) {
		if (!weights.arrays().containsKey("kick_units")) {
			return List.of();
		}
		double[] symbols = NativeArrays.values(weights.arrays().get("kick_symbols"));
		double[][] units = NativeArrays.rows(weights.arrays().get("kick_units"));
		List<Group> groups = new ArrayList<>();
		for (int g = 0; g < symbols.length; g++) {
			groups.add(new Group((int) symbols[g], Arrays.stream(units[g]).mapToInt(unit -> (int) unit).toArray()));
		}
		return groups;
	}
}

package org.nullcline.analysis.fidelity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.nullcline.core.analysis.Table;

/** Recovered probabilities beside those of the model. */
final class RecoveryTable {

	private RecoveryTable() {
	}

	static Table of(Recovery recovery) {
		List<List<String>> rows = new ArrayList<>();
		add(rows, "A", recovery.known().transition(), recovery.network().transition(), recovery.transitionMargins(),
				recovery.own().transition());
		add(rows, "B", recovery.known().emission(), recovery.network().emission(), recovery.emissionMargins(),
				recovery.own().emission());
		return new Table("Recovered transition (A) and emission (B) probabilities",
				List.of("Entry", "Model", "From the network", "95 %", "From the model's own sequences"), rows);
	}

	private static void add(List<List<String>> rows, String name, double[][] known, double[][] network, double[][] margins,
			double[][] own) {
		for (int i = 0; i < known.length; i++) {
			for (int j = 0; j < known[i].length; j++) {
				rows.add(List.of(String.format(Locale.ROOT, "%s[%d][%d]", name, i + 1, j + 1), number(known[i][j]), number(network[i][j]),
						margins.length == 0 ? "-" : "± " + number(margins[i][j]), number(own[i][j])));
			}
		}
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.4f", value);
	}
}

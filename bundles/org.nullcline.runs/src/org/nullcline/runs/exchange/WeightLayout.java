package org.nullcline.runs.exchange;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a program names and arranges the weights of a recurrent layer. */
public enum WeightLayout {

	/**
	 * {@code weight_ih_l0} [blocks * unit, input], {@code weight_hh_l0} [blocks * unit, unit], {@code bias_ih_l0},
	 * {@code bias_hh_l0}.
	 */
	PYTORCH("pytorch", "PyTorch"),
	/** {@code kernel} [input, blocks * unit], {@code recurrent_kernel} [unit, blocks * unit], {@code bias}. */
	KERAS("keras", "Keras");

	private final String word;
	private final String label;

	WeightLayout(String word, String label) {
		this.word = word;
		this.label = label;
	}

	/** The name for people. */
	public String label() {
		return label;
	}

	/** @throws IllegalArgumentException naming the choices, if the word is none of them */
	public static WeightLayout of(String word) {
		return Arrays.stream(values()).filter(layout -> layout.word.equals(word)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("--layout " + word + ": expected "
						+ Arrays.stream(values()).map(layout -> layout.word).collect(Collectors.joining(" or "))));
	}
}

package org.nullcline.core.network;

/**
 * In what precision a sequence is run and differentiated. Weights, gradients and the memory of the optimizer are double
 * precision in any case, so a weight loses nothing between two updates.
 */
public enum Precision {

	/** 32-bit: what PyTorch and JAX use unless told otherwise, and about twice as fast. */
	SINGLE("single"),
	/** 64-bit: for gradients that are to be trusted to ten digits. */
	DOUBLE("double");

	private final String word;

	Precision(String word) {
		this.word = word;
	}

	/** As it is written in files and messages. */
	public String word() {
		return word;
	}

	/** @throws IllegalArgumentException naming the choices, if the word is none of them */
	public static Precision of(String word) {
		for (Precision precision : values()) {
			if (precision.word.equals(word)) {
				return precision;
			}
		}
		throw new IllegalArgumentException("precision '" + word + "': expected single or double");
	}
}

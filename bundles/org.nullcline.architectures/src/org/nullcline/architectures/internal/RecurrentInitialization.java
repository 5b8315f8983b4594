package org.nullcline.architectures.internal;

/** How the first recurrent weights are drawn, each square block (one per gate) on its own. */
enum RecurrentInitialization {

	/** Gain times a random orthogonal matrix. */
	ORTHOGONAL("orthogonal"),
	/** Independent N(0, gain^2 / units), as in Sompolinsky, Crisanti and Sommers (PRL 1988). */
	GAUSSIAN("gaussian"),
	/** Gain times the identity plus N(0, 0.01^2), for ReLU; after Le, Jaitly and Hinton (arXiv 1504.00941). */
	NEAR_IDENTITY("near-identity"),
	/** All arrays of cell and readout uniform on +-1 / sqrt(units), as PyTorch's nn.RNN and nn.Linear do. */
	PYTORCH("pytorch");

	private final String word;

	RecurrentInitialization(String word) {
		this.word = word;
	}

	/** As it is written in study files. */
	String word() {
		return word;
	}

	/** @throws IllegalArgumentException naming the choices, if the word is none of them */
	static RecurrentInitialization of(String word) {
		return Words.find("initialization", word, values(), RecurrentInitialization::word);
	}
}

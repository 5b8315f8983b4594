package org.nullcline.core.distance;

/** Changes of the states of one network that leave its distances as they are. */
public enum Invariance {
	/** The same vector is added to every state. */
	TRANSLATION("translation"),
	/** All states are multiplied by the same positive number. */
	SCALING("isotropic scaling"),
	/** The units change places. */
	PERMUTATION("permutation of units"),
	/** The states are rotated or reflected; permutations of units are such changes. */
	ORTHOGONAL("orthogonal maps"),
	/** The states are multiplied by any invertible matrix; orthogonal maps and scaling are such changes. */
	LINEAR("invertible linear maps");

	private final String words;

	Invariance(String words) {
		this.words = words;
	}

	/** For people. */
	public String words() {
		return words;
	}
}

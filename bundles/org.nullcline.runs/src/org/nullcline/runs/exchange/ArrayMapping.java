package org.nullcline.runs.exchange;

import java.util.List;

/**
 * Says which array of a file is which of a network's.
 *
 * @param ours       the name in Nullcline, PyTorch's: {@code weight_hh_l0}, {@code readout.weight}; or, where the file is
 *                   read in Keras's layout, Keras's: {@code recurrent_kernel}, {@code readout.kernel}
 * @param theirs     the name in the file
 * @param transposed whether rows and columns are exchanged
 */
public record ArrayMapping(String ours, String theirs, boolean transposed) {

	/**
	 * Reads {@code OURS=THEIRS}, with {@code .T} or {@code :transpose} at the end for a transposed array.
	 *
	 * @throws IllegalArgumentException if it is not of this form
	 */
	public static ArrayMapping parse(String text) {
		int equals = text.indexOf('=');
		if (equals < 1 || equals == text.length() - 1) {
			throw new IllegalArgumentException(
					"--map " + text + ": expected OUR_NAME=THEIR_NAME, for example weight_hh_l0=W_rec or weight_hh_l0=W_rec.T");
		}
		String theirs = text.substring(equals + 1);
		for (String ending : List.of(".T", ":transpose")) {
			if (theirs.endsWith(ending) && theirs.length() > ending.length()) {
				return new ArrayMapping(text.substring(0, equals), theirs.substring(0, theirs.length() - ending.length()), true);
			}
		}
		return new ArrayMapping(text.substring(0, equals), theirs, false);
	}
}

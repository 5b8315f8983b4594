package org.nullcline.core.task;

import java.util.List;

/**
 * An output that should be a running sum of an input: y[t] = gain * sum over s up to t of x[s, input].
 *
 * @param output  output channel
 * @param input   input channel that is summed
 * @param gain    how far one unit of that input, given for one step, moves the output for ever
 * @param ignored input channels that vary from trial to trial and should not move the output
 */
public record Integral(int output, int input, double gain, List<Integer> ignored) {

	public Integral {
		ignored = List.copyOf(ignored);
	}
}

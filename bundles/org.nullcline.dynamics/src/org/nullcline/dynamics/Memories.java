package org.nullcline.dynamics;

import java.util.List;

/**
 * At which memory of a task a network is, told by its output. It is the nearest memory, each output measured in units of the
 * range of its values over the memories. For memories of -1 and 1 that is the memory with the signs of the outputs.
 */
public final class Memories {

	/** The definition, for people. */
	public static final String DEFINITION = "A state is at the memory nearest to the network's output, each output in units of"
			+ " the range of its values over the memories; for memories of -1 and 1 this is the memory with the same signs. It is"
			+ " at none if the output is in the middle between two memories, within 5 % of the way from the middle to either.";

	/** An output this near to the middle between two memories, relative to their half distance, is at neither. */
	private static final double MIDDLE = 0.05;

	private Memories() {
	}

	/**
	 * The number of the memory, or -1.
	 *
	 * @param readout  one value per output
	 * @param memories each with one value per output; may be none
	 */
	public static int at(double[] readout, List<double[]> memories) {
		double[] ranges = ranges(memories, readout.length);
		int nearest = -1;
		double smallest = Double.POSITIVE_INFINITY;
		for (int i = 0; i < memories.size(); i++) {
			double distance = square(readout, memories.get(i), ranges);
			if (distance < smallest) {
				smallest = distance;
				nearest = i;
			}
		}
		for (int i = 0; i < memories.size(); i++) {
			double apart = nearest < 0 ? 0 : square(memories.get(nearest), memories.get(i), ranges);
			// |r - b|^2 - |r - a|^2 over |a - b|^2 is 1 at a, 0 in the middle between a and b.
			if (apart > 0 && square(readout, memories.get(i), ranges) - smallest < MIDDLE * apart) {
				return -1;
			}
		}
		return nearest;
	}

	private static double[] ranges(List<double[]> memories, int outputs) {
		double[] ranges = new double[outputs];
		for (int k = 0; k < outputs; k++) {
			int output = k;
			double range = memories.stream().mapToDouble(memory -> memory[output]).max().orElse(1)
					- memories.stream().mapToDouble(memory -> memory[output]).min().orElse(0);
			ranges[k] = range > 0 ? range : 1;
		}
		return ranges;
	}

	private static double square(double[] a, double[] b, double[] ranges) {
		double sum = 0;
		for (int k = 0; k < a.length; k++) {
			double difference = (a[k] - b[k]) / ranges[k];
			sum += difference * difference;
		}
		return sum;
	}
}

package org.nullcline.dynamics;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.UnitDrives;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * A network whose circuit is known: what an analysis of circuits should find, for tests and demonstrations. Driven by
 * standard normal noise, it dwells in one of two states, symbol 0 or symbol 2, for some 25 steps at a time; symbol 1 never
 * comes.
 * <ul>
 * <li>Two populations of eight units hold the state: each excites itself and inhibits the other.
 * <li>Three units kick the network from symbol 0 to 2, three others back: without them it hardly ever switches.
 * <li>Eight units each integrate noise for one triplet, and inhibit the other one.
 * <li>Twenty-four units give, as the mean of rectified noise, the constant drive that a network without biases lacks.
 * <li>Four units do nothing.
 * </ul>
 */
public final class PlantedCircuit {

	/** Number of units. */
	public static final int UNITS = 66;
	/** Number of input channels. */
	public static final int INPUTS = 44;
	/** Number of symbols. */
	public static final int SYMBOLS = 3;

	private static final int[] FIRST = range(0, 8);
	private static final int[] SECOND = range(8, 16);
	private static final int[] LEAVE_FIRST = range(16, 19);
	private static final int[] LEAVE_SECOND = range(19, 22);
	private static final int[] INTEGRATE_FIRST = range(22, 30);
	private static final int[] INTEGRATE_SECOND = range(30, 38);
	private static final int[] CONSTANT = range(38, 62);
	/** Sum of a constant drive of about 1: the mean of the positive part of a normal number is 0.4. */
	private static final double ONE = 1 / (0.4 * 24);

	private PlantedCircuit() {
	}

	/** The units that kick the network out of symbol 0. */
	public static int[] leaveFirst() {
		return LEAVE_FIRST.clone();
	}

	/** The units that kick the network out of symbol 2. */
	public static int[] leaveSecond() {
		return LEAVE_SECOND.clone();
	}

	/**
	 * The network.
	 *
	 * @param cell vanilla, rectified, without biases, of {@link #INPUTS} and {@link #UNITS}
	 */
	public static Network network(Cell cell) {
		UnitDrives drives = cell.unitDrives().filter(UnitDrives::rectified).filter(d -> !d.biased())
				.filter(d -> cell.units() == UNITS && cell.inputs() == INPUTS)
				.orElseThrow(() -> new IllegalArgumentException("expected a rectified cell without biases of " + INPUTS
						+ " inputs and " + UNITS + " units"));
		double[][] recurrent = new double[UNITS][UNITS];
		memory(recurrent, FIRST, SECOND);
		memory(recurrent, SECOND, FIRST);
		kick(recurrent, LEAVE_FIRST, FIRST, SECOND, INTEGRATE_FIRST, INTEGRATE_SECOND);
		kick(recurrent, LEAVE_SECOND, SECOND, FIRST, INTEGRATE_SECOND, INTEGRATE_FIRST);
		oppose(recurrent, LEAVE_FIRST, LEAVE_SECOND, 0.05);
		oppose(recurrent, INTEGRATE_FIRST, INTEGRATE_SECOND, 0.03);
		double[][] external = new double[UNITS][INPUTS];
		for (int channel = 0; channel < INPUTS; channel++) {
			external[INTEGRATE_FIRST[0] + channel][channel] = 1;
		}
		double[][] readout = new double[SYMBOLS][UNITS];
		for (int i = 0; i < FIRST.length; i++) {
			readout[0][FIRST[i]] = 0.5;
			readout[2][SECOND[i]] = 0.5;
			readout[1][FIRST[i]] = 0.125;
			readout[1][SECOND[i]] = 0.125;
		}
		return Network.of(cell, SYMBOLS,
				Map.of(drives.recurrent(), NativeArrays.of(recurrent), drives.external(), NativeArrays.of(external),
						Network.READOUT_WEIGHT, NativeArrays.of(readout), Network.READOUT_BIAS, NativeArrays.zeros(SYMBOLS),
						Network.INITIAL_STATE, NativeArrays.zeros(UNITS)));
	}

	private static void memory(double[][] weights, int[] units, int[] others) {
		set(weights, units, units, 0.6 / units.length);
		set(weights, units, others, -1.0 / others.length);
		set(weights, units, CONSTANT, 0.4 * ONE);
	}

	private static void kick(double[][] weights, int[] triplet, int[] out, int[] in, int[] integrate, int[] other) {
		set(weights, out, triplet, -1.3);
		set(weights, in, triplet, 1.3);
		set(weights, triplet, integrate, 0.2);
		set(weights, triplet, other, -0.05);
		set(weights, triplet, CONSTANT, -1.1 * ONE);
	}

	private static void oppose(double[][] weights, int[] first, int[] second, double weight) {
		set(weights, first, first, weight);
		set(weights, second, second, weight);
		set(weights, first, second, -weight);
		set(weights, second, first, -weight);
	}

	private static void set(double[][] weights, int[] rows, int[] columns, double value) {
		for (int row : rows) {
			Arrays.stream(columns).forEach(column -> weights[row][column] = value);
		}
	}

	private static int[] range(int from, int to) {
		return IntStream.range(from, to).toArray();
	}
}

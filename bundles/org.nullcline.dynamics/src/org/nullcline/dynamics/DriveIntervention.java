package org.nullcline.dynamics;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.UnitDrives;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Scales what drives some units. The drive of unit i is row i of the weights, so the network with the intervention is one
 * with scaled rows, and its Jacobian D diag(c) W follows; scaling columns would change what the units send instead.
 *
 * @param drive  which part of the drive
 * @param units  whose drive, from 0
 * @param factor 0 silences, 1 changes nothing
 */
public record DriveIntervention(Drive drive, int[] units, double factor) {

	/** A part of what drives a unit. */
	public enum Drive {
		/** W h, from the other units. */
		RECURRENT,
		/** V x, from the inputs. */
		EXTERNAL,
		/** Both; for rectified units without bias the same as scaling their activity. */
		WHOLE
	}

	/** Nothing is changed. */
	public static DriveIntervention none() {
		return new DriveIntervention(Drive.WHOLE, new int[0], 1);
	}

	/** Silences units: no drive reaches them, so rectified ones without bias are 0. */
	public static DriveIntervention silence(int... units) {
		return new DriveIntervention(Drive.WHOLE, units, 0);
	}

	/**
	 * The network under the intervention; the given one stays as it is.
	 *
	 * @throws AnalysisException if the cell does not tell the drives of its units, or lacks one of the units
	 */
	public Network of(Network network) throws AnalysisException {
		UnitDrives drives = required(network);
		for (int unit : units) {
			if (unit < 0 || unit >= network.cell().units()) {
				throw new AnalysisException("unit " + unit + " does not exist; the network has units 0 to "
						+ (network.cell().units() - 1));
			}
		}
		Network changed = Network.of(network.cell(), network.outputs(), network.weights().arrays());
		write(network, changed, drives, factor);
		return changed;
	}

	/** Writes the rows of the units, times a factor, from one network to another of the same cell. */
	void write(Network from, Network to, UnitDrives drives, double times) {
		for (int unit : units) {
			if (drive != Drive.EXTERNAL) {
				scale(from.weights().get(drives.recurrent()), to.weights().get(drives.recurrent()), unit, times);
			}
			if (drive != Drive.RECURRENT) {
				scale(from.weights().get(drives.external()), to.weights().get(drives.external()), unit, times);
			}
		}
	}

	/** @throws AnalysisException if the cell does not tell the drives of its units */
	public static UnitDrives required(Network network) throws AnalysisException {
		return network.cell().unitDrives().orElseThrow(() -> new AnalysisException(
				"This analysis is about the drives of single units, h' = f(W h + V x + b): a vanilla network of one layer without"
						+ " leak. The cell of this network tells none."));
	}

	private static void scale(INDArray from, INDArray to, int row, double times) {
		MemorySegment source = NativeArrays.memory(from);
		MemorySegment target = NativeArrays.memory(to);
		long columns = from.size(1);
		for (long i = row * columns; i < (row + 1) * columns; i++) {
			target.setAtIndex(ValueLayout.JAVA_DOUBLE, i, times * source.getAtIndex(ValueLayout.JAVA_DOUBLE, i));
		}
		Reference.reachabilityFence(from);
		Reference.reachabilityFence(to);
	}
}

package org.nullcline.dynamics;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.UnitDrives;

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

	/**
	 * The network under the intervention; the given one stays as it is.
	 *
	 * @throws AnalysisException if the cell does not tell the drives of its units
	 */
	public Network of(Network network) throws AnalysisException {
		UnitDrives drives = required(network);
		Network changed = Network.of(network.cell(), network.outputs(), network.weights().arrays());
		for (int unit : units) {
			if (unit < 0 || unit >= network.cell().units()) {
				throw new AnalysisException("unit " + unit + " does not exist; the network has units 0 to "
						+ (network.cell().units() - 1));
			}
			if (drive != Drive.EXTERNAL) {
				scale(changed.weights().get(drives.recurrent()), unit);
			}
			if (drive != Drive.RECURRENT) {
				scale(changed.weights().get(drives.external()), unit);
			}
		}
		return changed;
	}

	/** @throws AnalysisException if the cell does not tell the drives of its units */
	public static UnitDrives required(Network network) throws AnalysisException {
		return network.cell().unitDrives().orElseThrow(() -> new AnalysisException(
				"This analysis is about the drives of single units, h' = f(W h + V x + b): a vanilla network of one layer without"
						+ " leak. The cell of this network tells none."));
	}

	private void scale(INDArray matrix, int row) {
		for (int column = 0; column < matrix.size(1); column++) {
			matrix.putScalar(row, column, factor * matrix.getDouble(row, column));
		}
	}
}

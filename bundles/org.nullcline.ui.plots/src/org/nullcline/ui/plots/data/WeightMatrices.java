package org.nullcline.ui.plots.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The weights of a network as matrices, with the groups that analyses have found among its units.
 *
 * @param units    number of hidden units
 * @param matrices every weight array of two dimensions
 * @param groups   of units; a unit may be in several
 */
public record WeightMatrices(int units, List<Matrix> matrices, List<Group> groups) {

	private static final String KICK_UNITS = "kick_units"; //$NON-NLS-1$
	private static final String KICK_SYMBOLS = "kick_symbols"; //$NON-NLS-1$
	private static final String POOLS = "integrating_units_"; //$NON-NLS-1$

	/**
	 * @param name   of the array
	 * @param values [to][from]
	 */
	public record Matrix(String name, double[][] values) {

		public int rows() {
			return values.length;
		}

		public int columns() {
			return values.length == 0 ? 0 : values[0].length;
		}
	}

	/**
	 * @param name  for people
	 * @param units from 0
	 */
	public record Group(String name, int[] units) {
	}

	/** @throws NotShownException if the network is not trained yet */
	public static WeightMatrices read(RunContent run) throws IOException, NotShownException {
		RunNetwork trained = RunNetwork.read(run);
		List<Matrix> matrices = new ArrayList<>();
		trained.network().weights().arrays().forEach((name, array) -> {
			if (array.rank() == 2 && array.length() > 0) {
				matrices.add(new Matrix(name, rows(array)));
			}
		});
		WeightMatrices weights = new WeightMatrices(trained.network().cell().units(), matrices, groups(run));
		trained.network().weights().close();
		return weights;
	}

	private static double[][] rows(INDArray array) {
		return NativeArrays.rows(array);
	}

	/** The groups of units that results of a run name. */
	public static List<Group> groups(RunContent run) throws IOException {
		List<Group> groups = new ArrayList<>();
		for (ResultArrays arrays : run.results()) {
			if (arrays.has(KICK_UNITS, KICK_SYMBOLS) && groups.isEmpty()) {
				double[][] units = arrays.rows(KICK_UNITS);
				int[] symbols = arrays.integers(KICK_SYMBOLS);
				for (int g = 0; g < symbols.length; g++) {
					groups.add(new Group("kick " + symbols[g], integers(units[g]))); //$NON-NLS-1$
				}
				for (String name : arrays.result().arrays().keySet()) {
					if (name.startsWith(POOLS)) {
						double[][] pools = arrays.rows(name);
						for (int p = 0; p < pools.length; p++) {
							groups.add(new Group("population " + (p + 1) + " (" //$NON-NLS-1$ //$NON-NLS-2$
									+ name.substring(POOLS.length()).replace('_', '-') + ")", integers(pools[p]))); //$NON-NLS-1$
						}
					}
				}
			}
		}
		return groups;
	}

	private static int[] integers(double[] values) {
		return java.util.Arrays.stream(values).mapToInt(value -> (int) Math.round(value)).toArray();
	}

	/** The name of the first group that a unit is in; empty for none. */
	public String group(int unit) {
		return groups.stream().filter(group -> java.util.Arrays.stream(group.units()).anyMatch(u -> u == unit)).map(Group::name)
				.findFirst().orElse(""); //$NON-NLS-1$
	}
}

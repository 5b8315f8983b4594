package org.nullcline.transport.internal;

/**
 * The sums over the transport plan P_ij = exp((f_i + g_j - C_ij) / epsilon) of Hamming distances: all work of the order of
 * the number of pairs.
 *
 * <p>Implementations may work in single precision. What leaves its range shows in the sums, which are then not between
 * {@link #SMALLEST} and {@link #LARGEST}, or no numbers: the caller computes those again in another way. Within the range
 * the relative error of a sum is below 1e-5. Implementations are free of state and give the same bits on every call.
 */
sealed interface PlanKernel permits TablePlanKernel, VectorPlanKernel {

	/** Sums below this may lack entries. */
	float SMALLEST = 0x1p-48f;

	/** Sums above this may have entries that were cut off. */
	float LARGEST = 0x1p100f;

	/** Entries below this power of two may be left out: 2^16 of them change a sum of at least SMALLEST by less than 2^-30. */
	float NEGLIGIBLE = -94;

	/** Up to this temperature, the error of a potential in single precision, 1e-7 epsilon, is small against costs. */
	double HIGHEST_IN_SINGLE_PRECISION = 4;

	/**
	 * The kernel for this virtual machine: with vector instructions if it was started with that module.
	 *
	 * @param epsilon the final temperature
	 */
	static PlanKernel best(double epsilon) {
		return epsilon <= HIGHEST_IN_SINGLE_PRECISION && hasVectors() ? new VectorPlanKernel() : new TablePlanKernel();
	}

	private static boolean hasVectors() {
		try {
			// The module alone does not do: this bundle's class loader must see it.
			Class.forName("jdk.incubator.vector.FloatVector", false, PlanKernel.class.getClassLoader());
			return true;
		} catch (ClassNotFoundException e) {
			return false;
		}
	}

	/**
	 * Sums of P over its rows and its columns.
	 *
	 * @param rows        f, as many as the costs have rows
	 * @param columns     g, as many as the costs have columns
	 * @param bitsPerCost q = 1 / (epsilon ln 2)
	 * @param rowSums     sum_j P_ij is written here
	 * @param columnSums  sum_i P_ij is written here
	 */
	void sums(HammingCosts costs, SplitPotential rows, SplitPotential columns, double bitsPerCost, double[] rowSums,
			double[] columnSums);

	/** Sums of the rows of P for a symmetric problem, f = g and C = C': every pair is evaluated once. */
	void symmetricSums(HammingCosts costs, SplitPotential potential, double bitsPerCost, double[] sums);

	/**
	 * The entries of one row of P that are not small.
	 *
	 * @param smallest entries below 2^smallest are left out
	 * @param where    the columns of the entries are written here, in order
	 * @param entries  the entries are written here
	 * @return how many there are
	 */
	int row(HammingCosts costs, int row, SplitPotential rows, SplitPotential columns, double bitsPerCost, float smallest,
			int[] where, float[] entries);
}

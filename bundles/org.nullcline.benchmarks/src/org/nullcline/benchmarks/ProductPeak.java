package org.nullcline.benchmarks;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.kernels.KernelForms;
import org.nullcline.kernels.PanelKernels;
import org.nullcline.kernels.Panels;
import org.nullcline.linearalgebra.Blas;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * What one core can do at most: the fastest matrix product in single precision that is found here.
 *
 * @param product    one piece of work
 * @param operations floating-point operations in it
 * @param gigaflops  billions of operations per second when it was chosen
 */
public record ProductPeak(Runnable product, double operations, double gigaflops) {

	private static final int LARGE = 512;
	private static final int ROWS = 64;
	private static final int SIZE = 256;
	private static final int PRODUCTS = 20;

	/** Measures the candidates, and chooses the fastest. */
	public static ProductPeak find() {
		ProductPeak library = library();
		ProductPeak kernels = kernels();
		return library.gigaflops > kernels.gigaflops ? library : kernels;
	}

	/** The same product again, under the conditions under which something else was measured. */
	double gigaflops(Timing timing) {
		return operations / timing.lowQuarter() / 1e6;
	}

	private static ProductPeak of(Runnable product, double operations) {
		return new ProductPeak(product, operations, operations / Timing.of(product, 1).lowQuarter() / 1e6);
	}

	/** OpenBLAS on large matrices of doubles; in single precision a core does twice as much. */
	private static ProductPeak library() {
		INDArray a = NativeArrays.zeros(LARGE, LARGE).addi(0.5);
		INDArray b = NativeArrays.zeros(LARGE, LARGE).addi(0.25);
		INDArray c = NativeArrays.zeros(LARGE, LARGE);
		return of(() -> Blas.multiply(false, false, LARGE, LARGE, LARGE, 1, a, 0, LARGE, b, 0, LARGE, 0, c, 0, LARGE),
				2 * 2.0 * LARGE * LARGE * LARGE);
	}

	private static ProductPeak kernels() {
		PanelKernels kernels = KernelForms.single();
		Panels a = kernels.allocate(ROWS, SIZE);
		Panels b = kernels.allocate(SIZE, SIZE);
		Panels c = kernels.allocate(ROWS, SIZE);
		kernels.fill(a, 0, ROWS, 0.5);
		kernels.fill(b, 0, SIZE, 0.25);
		return of(() -> {
			for (int i = 0; i < PRODUCTS; i++) {
				kernels.multiply(a, 0, null, 0, 0, b, c, 0, ROWS, false);
			}
		}, PRODUCTS * 2.0 * ROWS * SIZE * SIZE);
	}
}

package org.nullcline.benchmarks;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.kernels.KernelForms;
import org.nullcline.kernels.PanelKernels;
import org.nullcline.kernels.Panels;
import org.nullcline.linearalgebra.Blas;
import org.nullcline.linearalgebra.NativeArrays;

/** What one core can do at most: the fastest matrix product in single precision that is found here. */
final class ProductPeak {

	private static final int LARGE = 512;

	private ProductPeak() {
	}

	/** Billions of floating-point operations per second. */
	static double gigaflops() {
		return Math.max(library(), kernels());
	}

	/** OpenBLAS on large matrices of doubles; in single precision a core does twice as much. */
	private static double library() {
		INDArray a = NativeArrays.zeros(LARGE, LARGE).addi(0.5);
		INDArray b = NativeArrays.zeros(LARGE, LARGE).addi(0.25);
		INDArray c = NativeArrays.zeros(LARGE, LARGE);
		Timing timing = Timing.of(() -> Blas.multiply(false, false, LARGE, LARGE, LARGE, 1, a, 0, LARGE, b, 0, LARGE, 0, c, 0,
				LARGE), 1);
		return 2 * 2.0 * LARGE * LARGE * LARGE / timing.lowQuarter() / 1e6;
	}

	private static double kernels() {
		PanelKernels kernels = KernelForms.single();
		Panels a = kernels.allocate(64, 256);
		Panels b = kernels.allocate(256, 256);
		Panels c = kernels.allocate(64, 256);
		kernels.fill(a, 0, 64, 0.5);
		kernels.fill(b, 0, 256, 0.25);
		Timing timing = Timing.of(() -> {
			for (int i = 0; i < 20; i++) {
				kernels.multiply(a, 0, null, 0, 0, b, c, 0, 64, false);
			}
		}, 1);
		return 20 * 2.0 * 64 * 256 * 256 / timing.lowQuarter() / 1e6;
	}
}

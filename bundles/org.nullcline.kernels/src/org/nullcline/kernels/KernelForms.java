package org.nullcline.kernels;

/**
 * The forms of the kernels. The Vector API is a module that a virtual machine has only if it was started with
 * {@code --add-modules jdk.incubator.vector}, as the start script does; elsewhere the plain form takes over, slower.
 */
public final class KernelForms {

	private static final boolean VECTORS = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
			&& Processor.hasFusedMultiplyAdd();

	private KernelForms() {
	}

	/** Whether the Vector API is there. */
	public static boolean hasVectors() {
		return VECTORS;
	}

	/** The fastest form for numbers of 32 bits. */
	public static PanelKernels single() {
		return VECTORS ? new org.nullcline.kernels.vectorfloat.LaneKernels() : plainSingle();
	}

	/** The fastest form for numbers of 64 bits. */
	public static PanelKernels inDouble() {
		return VECTORS ? new org.nullcline.kernels.vectordouble.LaneKernels() : plainDouble();
	}

	/** The form without the Vector API, 32 bits. */
	public static PanelKernels plainSingle() {
		return new org.nullcline.kernels.plainfloat.LaneKernels();
	}

	/** The form without the Vector API, 64 bits. */
	public static PanelKernels plainDouble() {
		return new org.nullcline.kernels.plaindouble.LaneKernels();
	}
}

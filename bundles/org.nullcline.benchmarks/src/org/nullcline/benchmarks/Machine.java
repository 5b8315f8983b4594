package org.nullcline.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

import org.nullcline.kernels.KernelForms;
import org.nullcline.kernels.Processor;
import org.nullcline.linearalgebra.NativeRuntime;

/** The machine, and the paths that the engine takes on it. */
public final class Machine {

	private Machine() {
	}

	/** What is in use here, by name, for people and for the record. */
	public static Map<String, Object> describe() {
		Map<String, Object> machine = new LinkedHashMap<>();
		machine.put("processor", Processor.name());
		machine.put("cores", Runtime.getRuntime().availableProcessors());
		machine.put("vector_instructions", Processor.vectorInstructions());
		machine.put("vector_module", KernelForms.hasVectors());
		machine.put("kernels_single", KernelForms.single().description());
		machine.put("kernels_double", KernelForms.inDouble().description());
		machine.put("libraries", NativeRuntime.settings());
		machine.put("java", Runtime.version().toString());
		return machine;
	}
}

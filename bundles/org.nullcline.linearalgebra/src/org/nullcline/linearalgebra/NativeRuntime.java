package org.nullcline.linearalgebra;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Loads the native libraries once, in surroundings that suit small matrices and reproducible sums.
 * <p>
 * OpenBLAS reads its settings from the process environment when it is loaded, so they are put there first; whatever the
 * user has set stays. One thread per network is how a population uses the cores: threads inside a product of this size
 * only cost time.
 */
public final class NativeRuntime {

	private static final Map<String, String> SETTINGS = new LinkedHashMap<>();
	private static boolean loaded;

	private NativeRuntime() {
	}

	/**
	 * Loads ND4J and OpenBLAS; later calls return at once. Must be called before the first ND4J class is used.
	 *
	 * @throws IllegalStateException if the native libraries cannot be loaded on this machine
	 */
	public static synchronized void load() {
		if (loaded) {
			return;
		}
		setUnlessPresent("OMP_NUM_THREADS", "1");
		setUnlessPresent("OMP_WAIT_POLICY", "passive");
		setUnlessPresent("OPENBLAS_CORETYPE", suitableCore());
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		try {
			// ND4J finds its back end through ServiceLoader and the context class loader.
			thread.setContextClassLoader(Nd4j.class.getClassLoader());
			Nd4j.create(1);
			openblas.blas_set_num_threads(1);
			loaded = true;
			requireRightResults();
		} catch (IllegalStateException e) {
			loaded = false;
			throw e;
		} catch (Throwable e) {
			loaded = false;
			throw new IllegalStateException(
					"The native libraries of ND4J could not be loaded; Nullcline needs Linux on x86-64. Cause: " + e, e);
		} finally {
			thread.setContextClassLoader(before);
		}
	}

	/** The settings under which the libraries run on this machine, for the record of a run. */
	public static synchronized Map<String, String> settings() {
		load();
		Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
		settings.put("OpenBLAS core", askLibrary("openblas_get_corename"));
		settings.put("OpenBLAS build", askLibrary("openblas_get_config"));
		return settings;
	}

	/** The answer of a C function of OpenBLAS without arguments that returns a string; JavaCPP has no binding for these. */
	private static String askLibrary(String function) {
		try {
			SymbolLookup library = SymbolLookup.libraryLookup(Path.of(Loader.load(openblas.class)).resolveSibling("libopenblas.so.0"),
					Arena.global());
			MethodHandle handle = Linker.nativeLinker().downcallHandle(library.find(function).orElseThrow(),
					FunctionDescriptor.of(ValueLayout.ADDRESS));
			return ((MemorySegment) handle.invokeExact()).reinterpret(Long.MAX_VALUE).getString(0);
		} catch (Throwable e) {
			return "unknown";
		}
	}

	/**
	 * The kernel of OpenBLAS 0.3.19 that fits this processor. Processors younger than the library are not recognised by
	 * it and would get a generic kernel, several times slower. SKYLAKEX, its kernel for AVX-512, is
	 * left aside: on a Zen 5 its triangular solves were wrong from 8 x 8 on, and with them linear systems and singular
	 * values.
	 */
	private static String suitableCore() {
		try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
			String flags = lines.filter(line -> line.startsWith("flags")).findFirst().orElse("") + " ";
			return flags.contains(" avx2 ") ? "HASWELL" : null;
		} catch (IOException e) {
			return null;
		}
	}

	/** Solves one system whose solution is known, because a kernel that is wrong says nothing. */
	private static void requireRightResults() {
		int n = 64;
		INDArray matrix = NativeArrays.zeros(n, n);
		INDArray expected = NativeArrays.zeros(n, 3);
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) {
				matrix.putScalar(i, j, i == j ? 2 : Math.sin(i + 3 * j) / n);
			}
			for (int j = 0; j < 3; j++) {
				expected.putScalar(i, j, Math.cos(i + 5 * j));
			}
		}
		INDArray solved = Lapack.solve(matrix, Blas.product(matrix, false, expected, false)).orElse(matrix);
		if (solved.columns() != 3 || !solved.equalsWithEps(expected, 1e-12)) {
			throw new IllegalStateException("OpenBLAS gives wrong results with its kernel for "
					+ askLibrary("openblas_get_corename")
					+ "; unset OPENBLAS_CORETYPE, or set it to HASWELL (AVX2), SANDYBRIDGE (AVX) or NEHALEM");
		}
	}

	private static void setUnlessPresent(String name, String value) {
		String present = System.getenv(name);
		if (present == null && value != null) {
			setEnvironment(name, value);
			present = value;
		}
		if (present != null) {
			SETTINGS.put(name, present);
		}
	}

	private static void setEnvironment(String name, String value) {
		Linker linker = Linker.nativeLinker();
		MethodHandle setenv = linker.downcallHandle(linker.defaultLookup().find("setenv").orElseThrow(), FunctionDescriptor
				.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment nativeName = arena.allocateFrom(name);
			MemorySegment nativeValue = arena.allocateFrom(value);
			int status = (int) setenv.invokeExact(nativeName, nativeValue, 0);
			if (status != 0) {
				throw new IllegalStateException("setenv " + name + " failed");
			}
		} catch (RuntimeException e) {
			throw e;
		} catch (Throwable e) {
			throw new IllegalStateException(e);
		}
	}
}

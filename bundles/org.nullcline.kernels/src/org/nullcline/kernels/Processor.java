package org.nullcline.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the processor can do, as the operating system tells. */
public final class Processor {

	private static final Set<String> FLAGS = new HashSet<>(List.of(line("flags").split(" ")));

	private Processor() {
	}

	/** The name of the processor, or "unknown". */
	public static String name() {
		String name = line("model name");
		return name.isEmpty() ? "unknown" : name;
	}

	/** Whether a b + c is one instruction. */
	public static boolean hasFusedMultiplyAdd() {
		// Elsewhere than on x86 the vector units that the Vector API uses all have it.
		return FLAGS.contains("fma") || !isX86();
	}

	/** The widest vector instructions, for people: AVX-512, AVX2 or neither. */
	public static String vectorInstructions() {
		return FLAGS.contains("avx512f") ? "AVX-512" : FLAGS.contains("avx2") ? "AVX2" : "neither AVX-512 nor AVX2";
	}

	private static boolean isX86() {
		String architecture = System.getProperty("os.arch", "");
		return architecture.equals("amd64") || architecture.equals("x86_64");
	}

	private static String line(String key) {
		try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
			return lines.filter(line -> line.startsWith(key)).findFirst().map(line -> line.substring(line.indexOf(':') + 1).strip())
					.orElse("");
		} catch (IOException e) {
			return "";
		}
	}
}

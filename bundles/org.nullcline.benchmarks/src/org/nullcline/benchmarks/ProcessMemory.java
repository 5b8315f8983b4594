package org.nullcline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The memory of this process, as the operating system counts it. */
public final class ProcessMemory {

	private ProcessMemory() {
	}

	/** The most that the process has had in physical memory so far, in megabytes; NaN where that is not told. */
	public static double peakMegabytes() {
		try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
			return lines.filter(line -> line.startsWith("VmHWM:")).mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
					.findFirst().orElse(Double.NaN) / 1024;
		} catch (IOException e) {
			return Double.NaN;
		}
	}
}

package org.nullcline.benchmarks;

import java.util.Map;

/**
 * One measurement.
 *
 * @param cell     identifier of the architecture, or what else was measured
 * @param hidden   units
 * @param batch    trials
 * @param steps    time steps
 * @param timing   of one piece of work
 * @param measures further numbers by name, such as {@code gigaflops}
 */
public record BenchmarkCase(String cell, int hidden, int batch, int steps, Timing timing,
		Map<String, Double> measures) {
}

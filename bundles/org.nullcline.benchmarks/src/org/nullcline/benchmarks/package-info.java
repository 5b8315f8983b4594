/**
 * How fast the engine is on this machine. Times are medians over many repetitions after a warm-up; work is counted in
 * floating-point operations, so that a time can be held against what the processor can do.
 *
 * @since 0.1.0
 */
package org.nullcline.benchmarks;

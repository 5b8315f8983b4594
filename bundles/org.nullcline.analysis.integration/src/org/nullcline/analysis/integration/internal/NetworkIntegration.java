package org.nullcline.analysis.integration.internal;

import java.util.List;
import java.util.function.ToDoubleFunction;

import org.nullcline.core.analysis.Subject;

/** One network in all contexts. */
record NetworkIntegration(Subject subject, List<ContextIntegrator> contexts) {

	NetworkIntegration {
		contexts = List.copyOf(contexts);
	}

	/** The mean of a quantity over contexts; those without it left out, not a number if none has it. */
	double mean(ToDoubleFunction<ContextIntegrator> quantity) {
		return contexts.stream().mapToDouble(quantity).filter(Double::isFinite).average().orElse(Double.NaN);
	}

	/** Fraction of the contexts with points enough to tell whose points are an approximate line attractor. */
	double lineFraction() {
		return mean(context -> lineOf(context.line()));
	}

	/** The same of points that are slow enough: |F(h) - h|^2/2 is at most so large. */
	double lineFraction(double tolerance) {
		return mean(context -> lineOf(context.line().within(tolerance)));
	}

	private static double lineOf(LineAttractor line) {
		return line.isDecided() ? line.isLine() ? 1 : 0 : Double.NaN;
	}

	/** The shift by ignored inputs in the context in which it is largest. */
	double shift() {
		return contexts.stream().mapToDouble(ContextIntegrator::shift).max().orElse(Double.NaN);
	}

	/** Mean over contexts of |y_1/y_N - 1|: how far the leading mode alone is from all of them. */
	double firstModeError() {
		return mean(context -> Math.abs(context.linear().firstModeShare() - 1));
	}

	/** The mean number of modes needed over contexts; not a number if none has a line. */
	double modesNeeded() {
		return mean(NetworkIntegration::modesNeeded);
	}

	/** Whether one mode is enough in every context. */
	boolean hasSingleMode() {
		return contexts.stream().mapToDouble(NetworkIntegration::modesNeeded).filter(Double::isFinite).allMatch(needed -> needed == 1);
	}

	/** Whether one mode is enough in no context. */
	boolean isDistributed() {
		return contexts.stream().mapToDouble(NetworkIntegration::modesNeeded).filter(Double::isFinite).allMatch(needed -> needed > 1);
	}

	private static double modesNeeded(ContextIntegrator context) {
		return context.linear().points() == 0 ? Double.NaN : context.linear().modesNeeded();
	}

	/** The leak of the context in which it is largest. */
	double leak() {
		return contexts.stream().mapToDouble(ContextIntegrator::leak).max().orElse(Double.NaN);
	}

	int size() {
		return subject.network().cell().state().size();
	}
}

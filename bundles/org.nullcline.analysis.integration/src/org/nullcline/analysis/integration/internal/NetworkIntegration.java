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

	/** Fraction of contexts whose points are an approximate line attractor. */
	double lineFraction() {
		return mean(context -> context.line().isLine() ? 1 : 0);
	}

	/** The leak of the context in which it is largest. */
	double leak() {
		return contexts.stream().mapToDouble(ContextIntegrator::leak).max().orElse(Double.NaN);
	}

	int size() {
		return subject.network().cell().state().size();
	}
}

package org.nullcline.analysis.integration.internal;

import java.util.List;

import org.nullcline.core.network.Network;
import org.nullcline.core.task.InputCondition;
import org.nullcline.core.task.Integral;
import org.nullcline.core.task.Probe;
import org.nullcline.dynamics.StoredFixedPoints;

/**
 * How a network integrates in one context.
 *
 * @param condition      the context
 * @param integral       what it should integrate there
 * @param trials         graded probes on the input that is to be integrated
 * @param gain           of that input, measured on the probes
 * @param irrelevantGain the largest magnitude of the gain of an input that is to be ignored, measured on the same probes given there
 * @param shift          root mean square over probes of how far the output is at the end from where it is without input, on the
 *                       most disturbing input that is to be ignored, relative to that on the input that is to be integrated
 */
record ContextIntegrator(InputCondition condition, Integral integral, ProbeTrials trials, double gain,
		double irrelevantGain, double shift, LineAttractor line, LinearIntegration linear) {

	static ContextIntegrator of(Network network, InputCondition condition, Integral integral, List<Probe> probes,
			StoredFixedPoints found, int points, int step) {
		ProbeTrials trials = ProbeTrials.of(network, ProbeTrials.on(integral.input(), probes));
		List<ProbeTrials> ignored = integral.ignored().stream()
				.map(channel -> ProbeTrials.of(network, ProbeTrials.on(channel, probes))).toList();
		double irrelevant = ignored.stream().mapToDouble(other -> Math.abs(other.gain(integral.output()))).max().orElse(0);
		Probe none = new Probe(condition, integral.input(), 0, probes.getFirst().steps());
		double rest = ProbeTrials.of(network, List.of(none)).finals(integral.output())[0];
		double shift = ignored.stream().mapToDouble(other -> other.shift(rest, integral.output())).max().orElse(0)
				/ trials.shift(rest, integral.output());
		LineAttractor line = LineAttractor.of(network, found.inside(), trials.finals(integral.output()), integral.output());
		return new ContextIntegrator(condition, integral, trials, trials.gain(integral.output()), irrelevant, shift, line,
				LinearIntegration.of(network, found.input(), line.spaced(points), integral, step));
	}

	/** Gain of the most disturbing input that is to be ignored, relative to that of the one to be integrated. */
	double leak() {
		return irrelevantGain / Math.abs(gain);
	}

	/** The same for the linear dynamics. */
	double linearLeak() {
		double[] relevant = linear.relevant();
		return linear.irrelevant() / Math.abs(relevant[relevant.length - 1]);
	}

	/** Response by number of modes kept in units of the gain that the task asks for: 1 is perfect integration. */
	double response(int modes) {
		double[] relevant = linear.relevant();
		return relevant[Math.min(modes, relevant.length) - 1] / integral.gain();
	}
}

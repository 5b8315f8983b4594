package org.nullcline.analysis.oscillation.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.dynamics.LeftOut;
import org.nullcline.dynamics.NetworkShare;
import org.nullcline.dynamics.SampleMean;

/** The claims about all networks of a population: in how many of them each holds. */
final class OscillationFindings {

	private static final String REFERENCE = "Maheswaranathan et al. 2019, Fig. 2";
	private static final double MOST = 0.9;
	private static final double CORRELATION = 0.99;
	private static final double LOWEST_SLOPE = 0.85;
	private static final double HIGHEST_SLOPE = 1.25;

	private final List<NetworkCycles> networks;
	private final LeftOut left;

	OscillationFindings(List<NetworkCycles> networks, LeftOut left) {
		this.networks = List.copyOf(networks);
		this.left = left;
	}

	List<Finding> all() {
		return List.of(single(), spiral(), tracks(), slope());
	}

	private Finding single() {
		int none = count(network -> commands(network, cycle -> cycle.inside() == 0 ? 1 : 0));
		int several = count(network -> commands(network, cycle -> cycle.inside() > 1 ? 1 : 0));
		int rest = count(network -> commands(network, cycle -> cycle.cycle() == 0 ? 1 : 0));
		int all = count(network -> network.cycles().size());
		return NetworkShare.of(networks, network -> network.singleFraction() >= MOST).finding(
				"In most networks each commanded oscillation goes round exactly one fixed point.", "one point under at least 0.9 of commands",
				REFERENCE,
				String.format(Locale.ROOT,
						"%d of %d cycles go round one fixed point, %d round none, %d round several; under %d commands a network comes to rest.",
						all - none - several, all, none, several, rest) + left.sentence());
	}

	private Finding spiral() {
		List<NetworkCycles> known = known(NetworkCycles::spiralFraction);
		double[] moduli = networks.stream().flatMap(n -> n.cycles().stream()).mapToDouble(CommandedCycle::leadingModulus)
				.filter(Double::isFinite).toArray();
		return NetworkShare.of(known, network -> network.spiralFraction() >= MOST).finding(
				"In most networks the fixed point inside an oscillation is an unstable spiral: one complex pair outside the unit circle, everything else inside.",
				"such a point under at least 0.9 of the commands with a single point", REFERENCE,
				String.format(Locale.ROOT, "The leading |lambda| is %.4g on average over %d points.", SampleMean.of(moduli).mean(),
						moduli.length) + without(known, "have no cycle around a single point") + left.sentence());
	}

	private Finding tracks() {
		List<NetworkCycles> known = known(network -> network.line().correlation());
		Interval interval = SampleMean.interval(values(network -> network.line().correlation()), "networks");
		return NetworkShare.of(known, network -> network.line().correlation() > CORRELATION && network.monotone()).finding(
				"In most networks the frequency of the linear dynamics at the fixed point, arg(lambda)/(2 pi), rises with the commanded frequency along a straight line.",
				"a correlation > 0.99 and strictly monotone", REFERENCE + "e",
				String.format(Locale.ROOT, "Mean correlation %.5g%s; %d networks are strictly monotone.",
						SampleMean.of(values(network -> network.line().correlation())).mean(), words(interval),
						known.stream().filter(NetworkCycles::monotone).count()) + withoutLine(known) + left.sentence());
	}

	private Finding slope() {
		List<NetworkCycles> known = known(network -> network.line().slope());
		double[] slopes = values(network -> network.line().slope());
		double[] offsets = values(network -> network.line().offset());
		return NetworkShare.of(known, network -> LOWEST_SLOPE <= network.line().slope() && network.line().slope() <= HIGHEST_SLOPE)
				.finding("In most networks the frequency of the linear dynamics is close to the commanded frequency.",
						"a slope from 0.85 to 1.25", REFERENCE + "e",
						String.format(Locale.ROOT,
								"Mean slope %.4g%s; mean offset %.3g cycles per step%s. The output itself misses the command by %.2g %% on average.",
								SampleMean.of(slopes).mean(), words(SampleMean.interval(slopes, "networks")), SampleMean.of(offsets).mean(),
								words(SampleMean.interval(offsets, "networks")),
								100 * SampleMean.of(values(NetworkCycles::cycleError)).mean())
								+ cycle(values(NetworkCycles::cycleLessLinear)) + withoutLine(known) + left.sentence());
	}

	/** How the nonlinear cycle compares with its linear part, by the sign of the difference in each network. */
	static String cycle(double[] differences) {
		Interval interval = SampleMean.interval(differences, "networks");
		if (Double.isNaN(interval.low())) {
			return "";
		}
		String direction = interval.high() < 0 ? "slower than" : interval.low() > 0 ? "faster than" : "on average neither slower nor faster than";
		return String.format(Locale.ROOT, " The nonlinear cycle is %s its linear part: by %.3g cycles per step%s.", direction,
				SampleMean.of(differences).mean(), words(interval));
	}

	private String withoutLine(List<NetworkCycles> known) {
		int used = count(NetworkCycles::withPair);
		int all = count(network -> network.cycles().size());
		return (used < all ? " Under " + (all - used) + " of " + all + " commands there is no unstable complex pair." : "")
				+ without(known, "have such a pair under fewer than three commands");
	}

	private String without(List<NetworkCycles> known, String words) {
		int unknown = networks.size() - known.size();
		return unknown == 0 ? "" : " Not counted: " + unknown + " networks that " + words + ".";
	}

	private List<NetworkCycles> known(ToDoubleFunction<NetworkCycles> quantity) {
		return networks.stream().filter(network -> Double.isFinite(quantity.applyAsDouble(network))).toList();
	}

	private double[] values(ToDoubleFunction<NetworkCycles> quantity) {
		return networks.stream().mapToDouble(quantity).filter(Double::isFinite).toArray();
	}

	private int count(ToIntFunction<NetworkCycles> quantity) {
		return networks.stream().mapToInt(quantity).sum();
	}

	private static int commands(NetworkCycles network, ToIntFunction<CommandedCycle> quantity) {
		return network.cycles().stream().mapToInt(quantity).sum();
	}

	/** An interval in brackets; empty if it is unknown. */
	static String words(Interval interval) {
		return Double.isNaN(interval.low()) ? ""
				: String.format(Locale.ROOT, " (%.4g to %.4g, %s)", interval.low(), interval.high(), interval.method());
	}
}

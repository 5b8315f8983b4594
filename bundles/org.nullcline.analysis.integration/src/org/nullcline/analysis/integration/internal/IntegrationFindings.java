package org.nullcline.analysis.integration.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.dynamics.LeftOut;
import org.nullcline.dynamics.NetworkShare;
import org.nullcline.dynamics.SampleMean;

/** The claims about all networks of a population: in how many of them each holds. */
final class IntegrationFindings {

	private static final double MOST = 0.9;
	private static final double LARGEST_LEAK = 0.1;
	private static final String REFERENCE = "Maheswaranathan et al. 2019, Fig. 3";

	private final List<GroupIntegration> groups;
	private final List<NetworkIntegration> networks;
	private final LeftOut left;

	IntegrationFindings(List<GroupIntegration> groups, LeftOut left) {
		this.groups = List.copyOf(groups);
		networks = groups.stream().flatMap(group -> group.networks().stream()).toList();
		this.left = left;
	}

	/** @param step of the linear response, for the explanation */
	List<Finding> all(int step) {
		List<Finding> findings = new ArrayList<>(List.of(line(), selection()));
		for (boolean gated : new boolean[] { false, true }) {
			List<NetworkIntegration> some = groups.stream().filter(group -> group.gated() == gated)
					.flatMap(group -> group.networks().stream()).toList();
			if (!some.isEmpty()) {
				findings.add(modes(some, gated, step));
			}
		}
		return findings;
	}

	private Finding line() {
		List<NetworkIntegration> known = known(networks, NetworkIntegration::lineFraction);
		long without = networks.stream().flatMap(network -> network.contexts().stream())
				.filter(context -> !context.line().isDecided()).count();
		String explanation = String.format(Locale.ROOT,
				"Mean over networks: %.3g of the variance along the first component, rank correlation %.4g, leading |lambda| %.4g.",
				mean(networks, n -> n.mean(c -> c.line().varianceShare())), mean(networks, n -> n.mean(c -> c.line().rankCorrelation())),
				mean(networks, n -> n.mean(c -> c.line().leadingModulus())));
		if (without > 0) {
			explanation += " " + without + " contexts with fewer than five points that are slow enough are not counted, nor "
					+ (networks.size() - known.size())
					+ " networks without any other; a larger slow-tolerance of the analysis fixed-points may find more.";
		}
		return NetworkShare.of(known, network -> network.lineFraction() >= MOST).finding(
				"In most networks the slow points of each context form a line along which the output changes: an approximate line attractor.",
				"at least 0.9 of contexts with >= 80 % of variance along the first component, monotone in the output (rank correlation >= 0.95) and a leading |lambda| within 0.05 of 1",
				REFERENCE + "b", explanation + left.sentence());
	}

	private Finding selection() {
		return NetworkShare.of(networks, network -> network.leak() < LARGEST_LEAK && network.shift() < LARGEST_LEAK).finding(
				"In most networks only the input that the context names is integrated; the others have no lasting effect.",
				"|gain of ignored inputs| < 0.1 gain of the integrated one, and the same of the root mean square shift of the output",
				REFERENCE + "a",
				String.format(Locale.ROOT,
						"From graded probes, for the worst context of each network: ratio of gains %.3g%s, ratio of shifts %.3g%s. Gain of the integrated input: %.3g of what the task asks for; in the linear dynamics on the line the ratio of gains is %.3g.",
						mean(networks, NetworkIntegration::leak), interval(networks, NetworkIntegration::leak),
						mean(networks, NetworkIntegration::shift), interval(networks, NetworkIntegration::shift),
						mean(networks, n -> n.mean(c -> c.gain() / c.integral().gain())),
						mean(networks, n -> n.mean(ContextIntegrator::linearLeak))) + left.sentence());
	}

	private Finding modes(List<NetworkIntegration> some, boolean gated, int step) {
		List<NetworkIntegration> known = known(some, NetworkIntegration::modesNeeded);
		String without = known.size() == some.size() ? ""
				: " Not counted: " + (some.size() - known.size()) + " networks without points on a line.";
		NetworkShare share = NetworkShare.of(known,
				gated ? NetworkIntegration::isDistributed : NetworkIntegration::hasSingleMode);
		return share.finding(
				gated ? "In most networks with gates integration is distributed over more than one linear mode."
						: "In most networks without gates a single linear mode integrates.",
				gated ? "more than one mode needed to come and stay within 5 % of the response of all modes, in every context"
						: "a response of the leading mode, and of any number of modes, within 5 % of that of all modes, in every context",
				REFERENCE + "e, f",
				String.format(Locale.ROOT,
						"Output of the linear dynamics %d steps after a unit pulse, averaged over the points of the line. |y_1/y_N - 1| is %.3g%s on average; %.3g modes are needed%s; the second |lambda| is %.4g.",
						step, mean(known, NetworkIntegration::firstModeError), interval(known, NetworkIntegration::firstModeError),
						mean(known, NetworkIntegration::modesNeeded), interval(known, NetworkIntegration::modesNeeded),
						mean(known, n -> n.mean(c -> c.linear().magnitudes().length > 1 ? c.linear().magnitudes()[1] : Double.NaN)))
						+ without + left.sentence());
	}

	private static List<NetworkIntegration> known(List<NetworkIntegration> networks, ToDoubleFunction<NetworkIntegration> quantity) {
		return networks.stream().filter(network -> Double.isFinite(quantity.applyAsDouble(network))).toList();
	}

	private static double[] values(List<NetworkIntegration> networks, ToDoubleFunction<NetworkIntegration> quantity) {
		return networks.stream().mapToDouble(quantity).filter(Double::isFinite).toArray();
	}

	private static double mean(List<NetworkIntegration> networks, ToDoubleFunction<NetworkIntegration> quantity) {
		return Arrays.stream(values(networks, quantity)).average().orElse(Double.NaN);
	}

	/** In brackets; empty if it is unknown. */
	private static String interval(List<NetworkIntegration> networks, ToDoubleFunction<NetworkIntegration> quantity) {
		Interval interval = SampleMean.interval(values(networks, quantity), "networks");
		return Double.isNaN(interval.low()) ? ""
				: String.format(Locale.ROOT, " (%.3g to %.3g, %s)", interval.low(), interval.high(), interval.method());
	}
}

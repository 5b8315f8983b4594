package org.nullcline.analysis.weights.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.dynamics.SampleMean;

/** The claims about kick neurons and the weights around them. */
final class WeightFindings {

	private static final String REFERENCE = "Torre et al. 2025, kick neurons and circuit";
	/** So few switches are "near 0". */
	private static final double NEAR_ZERO = 0.1;
	/** Less frequent than this by chance. */
	private static final double LEVEL = 0.05;

	private WeightFindings() {
	}

	/** Whether the network stays in its symbol without the triplet. */
	static Finding stays(KickGroup group) {
		Interval interval = group.confirmed().interval();
		Interval baseline = group.baseline().interval();
		Verdict verdict = Verdict.UNDECIDED;
		if (interval.low() > NEAR_ZERO) {
			verdict = Verdict.NOT_REPRODUCED;
		} else if (interval.high() < NEAR_ZERO && baseline.low() > NEAR_ZERO && group.chance() < LEVEL) {
			verdict = Verdict.REPRODUCED;
		}
		return new Finding("While three units are silent, the network hardly ever leaves symbol " + group.symbol() + ".",
				group.confirmed().value(), interval, "< 0.1, without the silence above it, and rare among random triplets", REFERENCE,
				verdict,
				String.format(Locale.ROOT,
						"Units %s, the best of %d triplets, measured again with new start states and noise; without silence %.3g of the"
								+ " trajectories switch, and a random triplet does as well with probability %.3g.",
						units(group.units()), group.tried(), group.baseline().value(), group.chance()));
	}

	/** Negative drive in the cluster, positive at the transition. */
	static Finding signature(KickGroup group) {
		Signature signature = group.signature();
		double[] transition = signature.transition().stream().mapToDouble(row -> Signature.mean(row, group.units())).toArray();
		double cluster = Signature.mean(signature.cluster(), group.units());
		Interval interval = SampleMean.interval(transition, "switches");
		Verdict verdict = Verdict.UNDECIDED;
		if (interval.high() < 0 || cluster >= 0) {
			verdict = Verdict.NOT_REPRODUCED;
		} else if (interval.low() > 0 && cluster < 0) {
			verdict = Verdict.REPRODUCED;
		}
		return new Finding(
				"The recurrent drive of the kick neurons of symbol " + group.symbol()
						+ " is negative in the cluster and positive in transitions.",
				SampleMean.of(transition).mean(), interval, "> 0, and < 0 in the cluster", REFERENCE, verdict,
				String.format(Locale.ROOT, "Mean drive: cluster %.3g, kick-zone %.3g, transition %.3g.", cluster,
						Signature.mean(signature.kickZone(), group.units()), SampleMean.of(transition).mean()));
	}

	/** W1 to W3 of one pair of groups. */
	static List<Finding> circuit(KickGroup first, KickGroup second, Circuit circuit, int shuffles, RandomStreams random) {
		String pair = " (symbols " + first.symbol() + " and " + second.symbol() + ")";
		int count = circuit.pools()[0].length + circuit.pools()[1].length;
		RandomStreams streams = random.below(first.symbol() + "-" + second.symbol());
		return List.of(
				of("Kick neurons excite those of their own triplet and inhibit those of the other one" + pair + ".", "within",
						"between", circuit, Circuit::kickWeights, count, shuffles, streams.stream("kick")),
				of("Each integrating population excites itself and inhibits the other one" + pair + ".", "within", "between", circuit,
						Circuit::poolWeights, count, shuffles, streams.stream("pools")),
				of("Each integrating population drives one triplet and inhibits the other one" + pair + ".", "to the driven triplet",
						"to the other", circuit, Circuit::driveWeights, count, shuffles, streams.stream("drives")));
	}

	/** A positive and a negative mean weight, whose difference is larger than for most random triplets. */
	private static Finding of(String claim, String positive, String negative, Circuit circuit, Function<Circuit, double[]> weights,
			int count, int shuffles, RandomStream random) {
		double[] found = weights.apply(circuit);
		double difference = found[0] - found[1];
		int asLarge = 0;
		double mean = 0;
		for (int k = 0; k < shuffles; k++) {
			double[] shuffled = weights.apply(Circuit.random(circuit.weights(), count, random));
			asLarge += shuffled[0] - shuffled[1] >= difference ? 1 : 0;
			mean += (shuffled[0] - shuffled[1]) / shuffles;
		}
		double chance = (asLarge + 1.0) / (shuffles + 1);
		Verdict verdict = found[0] <= 0 || found[1] >= 0 ? Verdict.NOT_REPRODUCED
				: chance < LEVEL ? Verdict.REPRODUCED : Verdict.UNDECIDED;
		return new Finding(claim, difference, new Interval(difference, difference, "exact: the weights are known"),
				"mean weights > 0 and < 0, their difference rare among random triplets", REFERENCE, verdict,
				String.format(Locale.ROOT,
						"Mean weight %s %.4g, %s %.4g; for random triplets the difference is %.4g on average, and as large with"
								+ " probability %.3g.",
						positive, found[0], negative, found[1], mean, chance));
	}

	static String units(int[] units) {
		return java.util.Arrays.toString(units).replace("[", "").replace("]", "");
	}
}

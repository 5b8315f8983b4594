package org.nullcline.dynamics;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;

/**
 * In how many networks something holds that is either so or not so in each of them. Networks, not the trials or commands
 * within them, are what is drawn independently, so the interval is Wilson's over networks; unlike a bootstrap of equal values
 * it has a width.
 * <p>
 * A claim about networks is reproduced if it holds in at least nine tenths of them and the whole interval lies above one
 * half; it is not reproduced if the whole interval lies below nine tenths. Below four networks nothing is decided: even if
 * all agree, the interval reaches below one half.
 *
 * @param holding  networks in which it holds
 * @param networks of which it is known whether it does
 */
public record NetworkShare(int holding, int networks) {

	private static final double MOST = 0.9;
	private static final double HALF = 0.5;
	private static final int FEWEST = 4;

	/** Counts. */
	public static <T> NetworkShare of(Collection<T> networks, Predicate<T> holds) {
		return new NetworkShare((int) networks.stream().filter(holds).count(), networks.size());
	}

	/** The share; not a number without any network. */
	public double value() {
		return (double) holding / networks;
	}

	public Interval interval() {
		if (networks == 0) {
			return Interval.unknown("unknown: no network tells");
		}
		WilsonInterval interval = WilsonInterval.of(holding, networks);
		return new Interval(interval.low(), interval.high(), "95 % Wilson over " + networks + " networks");
	}

	public Verdict verdict() {
		if (networks < FEWEST) {
			return Verdict.UNDECIDED;
		}
		Interval interval = interval();
		if (value() >= MOST && interval.low() > HALF) {
			return Verdict.REPRODUCED;
		}
		return interval.high() < MOST ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
	}

	/**
	 * As a finding.
	 *
	 * @param claim       about networks
	 * @param criterion   when it holds in one network, in words that follow "of networks with"
	 * @param reference   where it comes from
	 * @param explanation what else was seen, in sentences; may be empty
	 */
	public Finding finding(String claim, String criterion, String reference, String explanation) {
		String few = networks < FEWEST ? " Fewer than " + FEWEST + " networks decide nothing." : "";
		return new Finding(claim, value(), interval(),
				String.format(Locale.ROOT, ">= 0.9 of networks with %s; interval above 0.5", criterion), reference, verdict(),
				(String.format(Locale.ROOT, "Holds in %d of %d networks. ", holding, networks) + explanation + few).strip());
	}
}

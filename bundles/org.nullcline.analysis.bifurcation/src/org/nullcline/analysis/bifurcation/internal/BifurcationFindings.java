package org.nullcline.analysis.bifurcation.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.nullcline.analysis.bifurcation.internal.Timeline.Event;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.dynamics.Proportion;

/** The claims about the order of events in training. */
final class BifurcationFindings {

	private static final String REFERENCE = "Torre et al. 2025, linearisation across training";
	private static final String SPACING = "limits of the checkpoints around the events";

	private final Timeline timeline;
	private final int spectra;
	private final int window;
	private final Optional<Event> bifurcation;

	/** @param spectra number of Jacobians of each checkpoint */
	BifurcationFindings(Timeline timeline, int spectra, int window) {
		this.timeline = timeline;
		this.spectra = spectra;
		this.window = window;
		bifurcation = timeline.bifurcation();
	}

	List<Finding> all() {
		return List.of(quietBefore(), unstableFirst(), rateCollapses(), lossDrops());
	}

	/** B1. */
	private Finding quietBefore() {
		String claim = "Before the bifurcation there are neither complex nor unstable modes.";
		String threshold = String.format(Locale.ROOT, "<= %s of the steps", timeline.rise());
		if (bifurcation.isEmpty()) {
			return open(claim, threshold);
		}
		double largest = timeline.before(bifurcation.get()).stream().mapToDouble(c -> Math.max(c.complex(), c.unstable())).max().orElse(0);
		Interval wilson = new Proportion((int) Math.round(largest * spectra), spectra).interval();
		Interval interval = new Interval(wilson.low(), wilson.high(),
				"95 % Wilson over " + spectra + " steps of the checkpoint with the most, as if independent");
		Verdict verdict = interval.high() <= timeline.rise() || largest == 0 ? Verdict.REPRODUCED
				: interval.low() > timeline.rise() ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
		return new Finding(claim, largest, interval, threshold, REFERENCE, verdict,
				String.format(Locale.ROOT, "Largest fraction of steps with either, of the %d checkpoints up to update %d.",
						timeline.before(bifurcation.get()).size(), bifurcation.get().from()));
	}

	/** B2. */
	private Finding unstableFirst() {
		String claim = "Unstable modes appear at or before complex ones.";
		Optional<Event> unstable = timeline.unstable();
		if (bifurcation.isEmpty() || unstable.isEmpty()) {
			return bifurcation.isEmpty() ? open(claim, ">= 0 updates")
					: new Finding(claim, Double.NaN, Interval.unknown("unknown: there are no unstable modes"), ">= 0 updates", REFERENCE,
							Verdict.NOT_REPRODUCED, "Complex modes appear by update " + bifurcation.get().to() + ", unstable ones never.");
		}
		int value = bifurcation.get().to() - unstable.get().to();
		Interval interval = new Interval(bifurcation.get().from() - unstable.get().to(), bifurcation.get().to() - unstable.get().from(),
				SPACING);
		return new Finding(claim, value, interval, ">= 0 updates", REFERENCE, value >= 0 ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED,
				String.format(Locale.ROOT, "Unstable modes by update %d, complex ones by update %d.", unstable.get().to(),
						bifurcation.get().to()));
	}

	/** B3. */
	private Finding rateCollapses() {
		return together("The transition rate collapses at the bifurcation.", timeline.rateFall(), "rate",
				"The rate of transitions never falls by a third or so.");
	}

	/** B4. */
	private Finding lossDrops() {
		return together("The loss leaves its plateau at the bifurcation.", timeline.lossFall(), "loss",
				timeline.losses().isEmpty() ? "The losses of the training are not known."
						: "The loss never falls by a twentieth: it is on its plateau still.");
	}

	private Finding together(String claim, Optional<LevelChange> change, String what, String none) {
		String threshold = String.format(Locale.ROOT, "within %d updates", window);
		if (bifurcation.isEmpty()) {
			return open(claim, threshold);
		}
		if (change.isEmpty()) {
			return new Finding(claim, Double.NaN, Interval.unknown("unknown: there is no fall"), threshold, REFERENCE, Verdict.UNDECIDED,
					none);
		}
		Event event = bifurcation.get();
		int value = change.get().to() - event.to();
		Interval interval = new Interval(change.get().from() - event.to(), change.get().to() - event.from(), SPACING);
		Verdict verdict = interval.low() >= -window && interval.high() <= window ? Verdict.REPRODUCED
				: interval.low() > window || interval.high() < -window ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
		return new Finding(claim, value, interval, threshold, REFERENCE, verdict,
				String.format(Locale.ROOT, "The %s falls from %.3g to %.3g between updates %d and %d; the bifurcation lies between %d and %d.",
						what, change.get().before(), change.get().after(), change.get().from(), change.get().to(), event.from(), event.to()));
	}

	private Finding open(String claim, String threshold) {
		return new Finding(claim, Double.NaN, Interval.unknown("unknown: no bifurcation was seen"), threshold, REFERENCE,
				Verdict.UNDECIDED,
				"No bifurcation was seen: the fraction of steps with complex modes never rises from one checkpoint to the next by more than "
						+ timeline.rise() + ".");
	}
}

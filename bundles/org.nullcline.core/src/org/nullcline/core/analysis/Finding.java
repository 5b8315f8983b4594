package org.nullcline.core.analysis;

import java.util.Objects;

/**
 * A claim and what was measured.
 *
 * @param claim       a full sentence that can be true or false
 * @param value       the measured value; NaN if it could not be measured
 * @param interval    where the value may lie
 * @param threshold   what the value is held against, in words: "= 8", "&lt; 0.02"
 * @param reference   where the claim comes from
 * @param verdict     whether the claim holds here
 * @param explanation what was seen, in a sentence: never empty unless reproduced
 */
public record Finding(String claim, double value, Interval interval, String threshold, String reference,
		Verdict verdict, String explanation) {

	public Finding {
		Objects.requireNonNull(claim, "a finding needs a claim");
		Objects.requireNonNull(interval, "a finding needs an interval; Interval.unknown says why there is none");
		Objects.requireNonNull(threshold, "a finding needs a threshold");
		Objects.requireNonNull(reference, "a finding needs a reference");
		Objects.requireNonNull(verdict, "a finding needs a verdict");
		Objects.requireNonNull(explanation, "a finding needs an explanation, be it empty");
	}

	/**
	 * The range in which a value may lie.
	 *
	 * @param low    lower end, NaN if unknown
	 * @param high   upper end, NaN if unknown
	 * @param method how it was obtained: "95 % bootstrap over seeds", "exact count"
	 */
	public record Interval(double low, double high, String method) {

		/** A value that was counted, not estimated. */
		public static Interval exact(double value) {
			return new Interval(value, value, "exact count");
		}

		/** No interval is known. */
		public static Interval unknown(String reason) {
			return new Interval(Double.NaN, Double.NaN, reason);
		}
	}
}

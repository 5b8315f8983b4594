package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.List;

/**
 * How many networks of a population a claim is not about, and why.
 *
 * @param performance     networks above the performance limit
 * @param withoutRequired networks for which an analysis that is required gave no result
 * @param required        the identifier of that analysis
 */
public record LeftOut(int performance, int withoutRequired, String required) {

	/** A sentence that begins with a space; empty if none is left out. */
	public String sentence() {
		List<String> reasons = new ArrayList<>();
		if (performance > 0) {
			reasons.add(performance + " above the performance limit");
		}
		if (withoutRequired > 0) {
			reasons.add(withoutRequired + " without a result of the analysis " + required);
		}
		return reasons.isEmpty() ? "" : " Networks left out: " + String.join(", ", reasons) + ".";
	}
}

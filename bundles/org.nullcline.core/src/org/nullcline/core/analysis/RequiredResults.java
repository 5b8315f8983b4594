package org.nullcline.core.analysis;

import java.util.Optional;

/**
 * Results of the analyses that an analysis declares to require, in its extension: {@code requires="fixed-points"}. They are
 * asked before, with the parameters that the study gives them, or with their defaults where the study does not ask them.
 */
public interface RequiredResults {

	/**
	 * The result of an analysis of scope {@code network}.
	 *
	 * @param analysis its identifier, one of those that are required
	 * @return nothing if that analysis failed for this network
	 * @throws AnalysisException if the result is there but cannot be read
	 */
	Optional<AnalysisResult> ofNetwork(String analysis, Subject subject) throws AnalysisException;

	/**
	 * The result of an analysis of scope {@code population}, about the same networks.
	 *
	 * @param analysis its identifier, one of those that are required
	 * @return nothing if that analysis failed
	 * @throws AnalysisException if the result is there but cannot be read
	 */
	Optional<AnalysisResult> ofPopulation(String analysis) throws AnalysisException;

	/** For an analysis that requires nothing. */
	static RequiredResults none() {
		return new RequiredResults() {
			@Override
			public Optional<AnalysisResult> ofNetwork(String analysis, Subject subject) {
				return Optional.empty();
			}

			@Override
			public Optional<AnalysisResult> ofPopulation(String analysis) {
				return Optional.empty();
			}
		};
	}
}

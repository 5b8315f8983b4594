package org.nullcline.core.figure;

import java.util.List;

import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;

/**
 * What the extension point {@code org.nullcline.core.figures} asks for: draws further figures of what an analysis has found,
 * whoever contributes the analysis. The figures are stored with the result and shown, exported and reported like its own. Has no
 * mutable state.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface FigureMaker {

	/**
	 * Draws figures.
	 *
	 * @param request what the analysis was given
	 * @param result  what it has found; unchanged
	 * @return figures with identifiers that are unique among these; none if there is nothing to show
	 */
	List<Figure> figures(AnalysisRequest request, AnalysisResult result);
}

package org.nullcline.runs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.ILog;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.FigureMaker;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;

/** Figures that plug-ins add to the results of an analysis. */
public final class FurtherFigures {

	private FurtherFigures() {
	}

	/**
	 * A result with the figures of all contributions for its analysis, each called after its contribution. A contribution that
	 * fails costs nobody the result: it is named in a note.
	 *
	 * @param analysis identifier
	 */
	public static AnalysisResult added(String analysis, AnalysisRequest request, AnalysisResult result,
			ContributionRegistry registry) {
		List<Figure> figures = new ArrayList<>();
		List<String> notes = new ArrayList<>();
		Set<String> taken = new HashSet<>(result.figures().stream().map(Figure::id).toList());
		for (Contribution contribution : registry.all(ContributionKind.FIGURE)) {
			if (contribution.problem().isEmpty() && contribution.attribute("analysis").equals(Optional.of(analysis))) {
				try {
					for (Figure figure : contribution.instantiate(FigureMaker.class).figures(request, result)) {
						String id = contribution.id() + "-" + figure.id();
						if (!taken.add(id)) {
							throw new IllegalArgumentException("it gave two figures with the identifier '" + figure.id() + "'");
						}
						figures.add(new Figure(id, figure.title(), figure.caption(), figure.horizontal(), figure.vertical(),
								figure.equalScales(), figure.layers()));
					}
				} catch (ContributionException e) {
					notes.add("A figure is missing. " + e.getMessage());
				} catch (RuntimeException | Error e) {
					ILog.of(FurtherFigures.class).error("Figure " + contribution.id() + " failed", e);
					notes.add("A figure is missing. Plug-in " + contribution.plugin() + ", " + contribution.label() + " failed: " + e);
				}
			}
		}
		return result.withFigures(figures).withNotes(notes);
	}
}

package org.nullcline.app.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Subject;

/** Analyses that require others; see fragment.xml. */
public final class RequiringAnalyses {

	private RequiringAnalyses() {
	}

	/** The participation ratio of a network, which another analysis measured. */
	public static final class Spread implements Analysis {

		@Override
		public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
			return AnalysisResult.builder().value("spread",
					request.required().ofNetwork("state-space", request.subject())
							.orElseThrow(() -> new AnalysisException("There is nothing to go by.")).values().get("participation_ratio"))
					.build();
		}
	}

	/** The largest spread. */
	public static final class Widest implements Analysis {

		@Override
		public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
			double widest = Double.NaN;
			for (Subject subject : request.subjects()) {
				double spread = request.required().ofNetwork("spread", subject).orElseThrow().values().get("spread");
				widest = widest >= spread ? widest : spread;
			}
			return AnalysisResult.builder().value("widest", widest).build();
		}
	}
}

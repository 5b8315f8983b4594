package org.example.throwing;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;

public class ThrowingAnalysis implements Analysis {

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) {
		throw new IllegalStateException("made to fail in the analysis");
	}
}

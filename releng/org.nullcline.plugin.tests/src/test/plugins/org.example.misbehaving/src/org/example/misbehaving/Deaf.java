package org.example.misbehaving;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;

/** Never asks its monitor. */
public class Deaf implements Analysis {

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) {
		Misdeed.hang();
		return AnalysisResult.builder().build();
	}
}

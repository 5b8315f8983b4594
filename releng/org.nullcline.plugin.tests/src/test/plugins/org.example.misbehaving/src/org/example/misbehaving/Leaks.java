package org.example.misbehaving;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;

public class Leaks implements Analysis {

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) {
		List<long[]> kept = new ArrayList<>();
		while (!monitor.isCanceled()) {
			kept.add(new long[1 << 24]);
		}
		return AnalysisResult.builder().value("kept", kept.size()).build();
	}
}

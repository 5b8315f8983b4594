package org.example.misbehaving;

import java.util.concurrent.Executors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;

/** Begins a thread that works for ever, and a pool that is never told to end. */
public class LeavesThreads implements Analysis {

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) {
		Thread busy = new Thread(Misdeed::hang, "busy for ever");
		busy.setDaemon(false);
		busy.start();
		Executors.newSingleThreadExecutor(task -> new Thread(task, "idle for ever")).submit(() -> 1);
		return AnalysisResult.builder().value("threads", 2).build();
	}
}

package org.example.misbehaving;

import java.util.List;

import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.FigureMaker;

public class MisbehavingFigure implements FigureMaker {

	@Override
	public List<Figure> figures(AnalysisRequest request, AnalysisResult result) {
		throw new IllegalStateException("made to fail");
	}
}

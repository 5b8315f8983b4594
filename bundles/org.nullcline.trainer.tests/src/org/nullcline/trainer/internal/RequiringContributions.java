package org.nullcline.trainer.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Subject;
import org.nullcline.linearalgebra.NativeArrays;

/** Analyses that require others; see fragment.xml. */
public final class RequiringContributions {

	private RequiringContributions() {
	}

	/** The sum of the absolute weights of a network, in a unit, as an array. */
	public static final class Weighing implements Analysis {

		@Override
		public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) {
			double weight = request.subject().network().weights().arrays().values().stream()
					.flatMapToDouble(array -> java.util.Arrays.stream(NativeArrays.values(array))).map(Math::abs).sum();
			INDArray array = NativeArrays.zeros(1, 2);
			array.putScalar(0, 1, weight / request.parameters().getReal("unit"));
			return AnalysisResult.builder().array("weight", array).build();
		}
	}

	/** Twice the weight. */
	public static final class Doubling implements Analysis {

		@Override
		public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
			INDArray weight = request.required().ofNetwork("weighing", request.subject()).orElseThrow().arrays().get("weight");
			return AnalysisResult.builder().value("doubled", 2 * NativeArrays.values(weight)[1]).build();
		}
	}

	/** The sum over the networks, and their number. */
	public static final class Adding implements Analysis {

		@Override
		public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
			double sum = 0;
			for (Subject subject : request.subjects()) {
				sum += request.required().ofNetwork("doubling", subject).orElseThrow().values().get("doubled");
			}
			return AnalysisResult.builder().value("sum", sum)
					.value("networks", request.required().ofPopulation("counting").orElseThrow().values().get("networks")).build();
		}
	}

	/** Goes without a result that is not there. */
	public static final class Hoping implements Analysis {

		@Override
		public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
			int there = 0;
			for (Subject subject : request.subjects()) {
				there += request.required().ofNetwork("refusing", subject).isPresent() ? 1 : 0;
			}
			return AnalysisResult.builder().value("there", there).build();
		}
	}

	/** Needs a result that is not there. */
	public static final class Despairing implements Analysis {

		@Override
		public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
			request.required().ofNetwork("refusing", request.subject())
					.orElseThrow(() -> new AnalysisException("Nothing can be done."));
			return AnalysisResult.builder().build();
		}
	}

	/** Reads a result that it does not declare. */
	public static final class Peeking implements Analysis {

		@Override
		public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
			request.required().ofNetwork("weighing", request.subject());
			return AnalysisResult.builder().build();
		}
	}
}

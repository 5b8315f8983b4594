package org.nullcline.trainer.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TaskFactory;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

/** Contributions that misbehave, and one that does not; see fragment.xml. */
public final class FaultyContributions {

	private FaultyContributions() {
	}

	/** A task of one input and one output. */
	private abstract static class OneChannel implements TrialTask {

		@Override
		public int inputs() {
			return 1;
		}

		@Override
		public int outputs() {
			return 1;
		}
	}

	/** Throws as soon as trials are wanted. */
	public static final class ThrowingTrials implements TaskFactory {

		@Override
		public Task create(Parameters parameters) {
			return new OneChannel() {

				@Override
				public TrialBatch trials(int count, RandomStream random) {
					throw new IllegalStateException("out of trials");
				}
			};
		}
	}

	/** Says one input and gives two. */
	public static final class WrongShape implements TaskFactory {

		@Override
		public Task create(Parameters parameters) {
			return new OneChannel() {

				@Override
				public TrialBatch trials(int count, RandomStream random) {
					return new TrialBatch(NativeArrays.zeros(count, 5, 2), NativeArrays.zeros(count, 5, 1));
				}
			};
		}
	}

	/** Counts the networks of a population. */
	public static final class Counting implements Analysis {

		@Override
		public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) {
			return AnalysisResult.builder().value("networks", request.subjects().size())
					.value("random", request.random().stream("x").nextDouble()).build();
		}
	}

	/** Has a bug. */
	public static final class Throwing implements Analysis {

		@Override
		public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) {
			throw new IllegalStateException("a bug");
		}
	}

	/** Cannot answer. */
	public static final class Refusing implements Analysis {

		@Override
		public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
			throw new AnalysisException("too few trials; ask for more");
		}
	}
}

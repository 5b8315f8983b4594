package @package@;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.linearalgebra.NativeArrays;

/** How many dimensions the states of a network fill during test trials. Works with every task and every cell. */
public class @Class@Analysis implements Analysis {

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		int count = request.parameters().getInteger("trials");
		int resamples = request.parameters().getInteger("resamples");
		SubMonitor progress = SubMonitor.convert(monitor, "Dimensions of " + request.subject().name(), resamples + 1);
		Network network = request.subject().network();
		TrialBatch trials = request.testTrials(count);
		INDArray states = network.states(trials.inputs());
		StateMoments moments = StateMoments.of(NativeArrays.values(states), count, trials.steps(), (int) states.size(2));
		progress.split(1);

		double ratio = moments.participationRatio(all(count));
		double[] sampled = new double[resamples];
		RandomStream random = request.random().stream("bootstrap");
		for (int n = 0; n < resamples; n++) {
			// Throws where the user has cancelled.
			progress.split(1);
			int[] drawn = new int[count];
			Arrays.setAll(drawn, i -> random.nextInt(count));
			sampled[n] = moments.participationRatio(drawn);
		}
		Arrays.sort(sampled);
		Interval interval = new Interval(sampled[(int) (0.025 * resamples)], sampled[(int) (0.975 * resamples)],
				"95 % bootstrap over trials");

		double[] time = new double[trials.steps()];
		double[] byTime = new double[trials.steps()];
		for (int t = 0; t < time.length; t++) {
			time[t] = t + 1;
			byTime[t] = StateMoments.at(NativeArrays.values(states), count, trials.steps(), (int) states.size(2), t)
					.participationRatio(all(count));
		}
		return AnalysisResult.builder()
				.value("participation ratio", ratio)
				.array("participation_ratio_by_time", NativeArrays.of(byTime, byTime.length))
				.figure(new Figure("dimensions", "Dimensions of the states", "Across test trials, at each step.", "time (steps)",
						"participation ratio", false, List.of(new Figure.Line("", time, byTime, Hue.BLUE, false))))
				.finding(finding(ratio, interval, network.cell().state().size()))
				.note("Participation ratio: the squared sum of the eigenvalues of the states' covariance over the sum of their squares. It is 1 "
						+ "for states on a line, and the number of dimensions where all vary alike.")
				.build();
	}

	/** An example of a claim. The interval decides: where it holds the threshold, nothing is decided. */
	private static Finding finding(double ratio, Interval interval, int dimensions) {
		double threshold = dimensions / 2.0;
		Verdict verdict = interval.high() < threshold ? Verdict.REPRODUCED
				: interval.low() > threshold ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
		return new Finding("The states fill less than half of the dimensions that there are.", ratio, interval, "< " + threshold,
				"an example; name here where your claim comes from", verdict,
				"Measured on test trials of a network with " + dimensions + " dimensions.");
	}

	private static int[] all(int count) {
		int[] trials = new int[count];
		Arrays.setAll(trials, i -> i);
		return trials;
	}
}

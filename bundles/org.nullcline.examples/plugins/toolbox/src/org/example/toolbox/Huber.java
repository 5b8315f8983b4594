package org.example.toolbox;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.Objective;
import org.nullcline.linearalgebra.NativeArrays;

// [snippet: objective]
/** e^2 / 2 for |e| up to delta, delta (|e| - delta / 2) beyond, averaged over all that counts. */
record Huber(double delta) implements Objective {

	@Override
	public double evaluate(INDArray outputs, TrialBatch trials, RandomStream random, INDArray gradient) {
		double[] y = NativeArrays.values(outputs);
		double[] targets = NativeArrays.values(trials.targets());
		double[] mask = trials.mask().map(NativeArrays::values).orElse(null);
		int width = (int) trials.targets().size(2);
		double weight = 0;
		for (int row = 0; row < y.length / width; row++) {
			weight += width * (mask == null ? 1 : mask[row]);
		}
		double sum = 0;
		double[] derivative = new double[y.length];
		for (int i = 0; i < y.length; i++) {
			double m = (mask == null ? 1 : mask[i / width]) / weight;
			double error = y[i] - targets[i];
			boolean near = Math.abs(error) <= delta;
			sum += m * (near ? error * error / 2 : delta * (Math.abs(error) - delta / 2));
			derivative[i] = m * (near ? error : delta * Math.signum(error));
		}
		gradient.assign(NativeArrays.of(derivative, gradient.shape()));
		return sum;
	}
}
// [end]

package org.nullcline.similarity.internal;

import org.nullcline.core.distance.CentredStates;
import org.nullcline.core.distance.DistanceProperties;
import org.nullcline.core.distance.Invariance;
import org.nullcline.core.distance.StateDistance;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Representational similarity analysis (Kriegeskorte, Mur and Bandettini 2008): Pearson's correlation of the
 * dissimilarities of all pairs of samples in one network and in the other. The dissimilarity of two samples is the Euclidean
 * distance of their states. All pairs of many samples are too many, so evenly spaced ones are taken.
 *
 * @param samples the largest number of samples
 */
record RepresentationalSimilarity(SimilarityForm form, int samples) implements StateDistance<RepresentationalSimilarity.Dissimilarities> {

	/**
	 * Dissimilarities of the pairs (i, j), j &lt; i, centred and scaled to length 1, so that a correlation is a product.
	 *
	 * @param ofSamples number of samples that the network had
	 */
	record Dissimilarities(int ofSamples, double[] values) {
	}

	@Override
	public Dissimilarities prepare(CentredStates states) {
		if (states.samples() < 3) {
			throw new IllegalArgumentException(states.samples() + " samples have no dissimilarities to correlate; at least 3 are needed");
		}
		int count = Math.min(samples, states.samples());
		double[][] points = points(states, count);
		double[] values = new double[count * (count - 1) / 2];
		int next = 0;
		double mean = 0;
		for (int i = 0; i < count; i++) {
			for (int j = 0; j < i; j++) {
				double square = 0;
				for (int k = 0; k < states.rank(); k++) {
					double difference = points[i][k] - points[j][k];
					square += difference * difference;
				}
				values[next++] = Math.sqrt(square);
				mean += Math.sqrt(square) / values.length;
			}
		}
		double length = 0;
		for (int p = 0; p < values.length; p++) {
			values[p] -= mean;
			length += values[p] * values[p];
		}
		length = Math.sqrt(length);
		if (!(length > 1e-12 * mean)) {
			throw new IllegalArgumentException("the " + count + " samples taken are all equally far from each other, so that there is nothing to correlate");
		}
		for (int p = 0; p < values.length; p++) {
			values[p] /= length;
		}
		return new Dissimilarities(states.samples(), values);
	}

	/** U S: the states in the axes of their principal components, which changes no distance; [sample taken][direction]. */
	private static double[][] points(CentredStates states, int count) {
		double[] basis = NativeArrays.values(states.basis(states.rank()));
		double[] scales = states.singularValues();
		double[][] points = new double[count][states.rank()];
		for (int i = 0; i < count; i++) {
			int sample = (int) ((long) i * states.samples() / count);
			for (int k = 0; k < states.rank(); k++) {
				points[i][k] = scales[k] * basis[k * states.samples() + sample];
			}
		}
		return points;
	}

	@Override
	public double distance(Dissimilarities first, Dissimilarities second) {
		Directions.requireSameSamples(first.ofSamples, second.ofSamples);
		double correlation = 0;
		for (int p = 0; p < first.values.length; p++) {
			correlation += first.values[p] * second.values[p];
		}
		return form.distance(correlation);
	}

	@Override
	public String definition() {
		return form.definition("Pearson's correlation of the Euclidean distances between " + samples
				+ " evenly spaced samples, or all if there are fewer (RSA)");
	}

	@Override
	public DistanceProperties properties() {
		return DistanceProperties.of(true, form == SimilarityForm.ANGULAR, Invariance.TRANSLATION, Invariance.SCALING,
				Invariance.PERMUTATION, Invariance.ORTHOGONAL);
	}
}

package org.nullcline.dynamics;

/** Products of vectors that lie inside larger arrays. */
final class StateVectors {

	private StateVectors() {
	}

	/** A dot product in four sums, which do not wait for each other. */
	static double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
		double s0 = 0;
		double s1 = 0;
		double s2 = 0;
		double s3 = 0;
		int j = 0;
		for (; j < length - 3; j += 4) {
			s0 += a[aFrom + j] * b[bFrom + j];
			s1 += a[aFrom + j + 1] * b[bFrom + j + 1];
			s2 += a[aFrom + j + 2] * b[bFrom + j + 2];
			s3 += a[aFrom + j + 3] * b[bFrom + j + 3];
		}
		for (; j < length; j++) {
			s0 += a[aFrom + j] * b[bFrom + j];
		}
		return s0 + s1 + (s2 + s3);
	}

	/** target -= factor vector. */
	static void subtract(double factor, double[] vector, int from, double[] target) {
		for (int j = 0; j < target.length; j++) {
			target[j] -= factor * vector[from + j];
		}
	}

	/** Whether two states are farther apart than a distance; most are told apart by a few values. */
	static boolean isFarther(double[] a, double[] b, double distance) {
		double limit = distance * distance;
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += (a[i] - b[i]) * (a[i] - b[i]);
			if (sum > limit) {
				return true;
			}
		}
		return false;
	}
}

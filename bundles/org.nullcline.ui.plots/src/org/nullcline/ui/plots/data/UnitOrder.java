package org.nullcline.ui.plots.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.EigenDecomposition;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.linearalgebra.SingularValues;
import org.nullcline.similarity.HierarchicalClustering;

/** An order in which the rows or columns of a matrix are shown. Equal ones keep the order of their numbers. */
public enum UnitOrder {
	/** As they are numbered. */
	NUMBER,
	/** Members of one group side by side. */
	GROUP,
	/** Largest Euclidean norm first. */
	MAGNITUDE,
	/**
	 * By their entry in the leading eigenvector of a square matrix, the right one for rows and the left one for columns, by phase
	 * if it is complex; by their entry in the leading singular vector of another matrix.
	 */
	EIGENVECTOR,
	/** Rows that resemble each other side by side: leaves of a dendrogram of 1 - cosine, average linkage. */
	SIMILARITY;

	/**
	 * The numbers of the rows in this order.
	 *
	 * @param rows   one vector per row; to order columns, those of the transpose
	 * @param groups the number of each row's group
	 */
	public int[] order(double[][] rows, int[] groups) {
		int[] numbers = IntStream.range(0, rows.length).toArray();
		return switch (this) {
		case NUMBER -> numbers;
		case GROUP -> sorted(IntStream.of(groups).asDoubleStream().toArray());
		case MAGNITUDE -> sorted(Arrays.stream(rows).mapToDouble(row -> -norm(row)).toArray());
		case EIGENVECTOR -> sorted(leadingVector(rows));
		case SIMILARITY -> rows.length < 2 ? numbers : HierarchicalClustering.averageLinkage(cosineDistances(rows)).order();
		};
	}

	private static int[] sorted(double[] keys) {
		return IntStream.range(0, keys.length).boxed().sorted(Comparator.comparingDouble(i -> keys[i])).mapToInt(i -> i).toArray();
	}

	/** Of columns, the right eigenvector of the transpose is the left one of the matrix. */
	private static double[] leadingVector(double[][] rows) {
		if (rows.length > 0 && rows.length == rows[0].length) {
			EigenDecomposition eigen = Lapack.eigen(NativeArrays.of(rows));
			Complex[] vector = eigen.right()[0];
			if (eigen.values().getFirst().imaginary() != 0) {
				return Arrays.stream(vector).mapToDouble(Complex::argument).toArray();
			}
			return oriented(Arrays.stream(vector).mapToDouble(Complex::real).toArray());
		}
		SingularValues singular = Lapack.singularValues(NativeArrays.of(rows));
		double[][] vectors = NativeArrays.rows(singular.left());
		return oriented(Arrays.stream(vectors).mapToDouble(row -> row[0]).toArray());
	}

	/** The sign of a vector is nobody's choice: its largest entry is positive, and comes first. */
	private static double[] oriented(double[] vector) {
		double largest = Arrays.stream(vector).boxed().max(Comparator.comparingDouble(Math::abs)).orElse(1.0);
		return Arrays.stream(vector).map(value -> largest > 0 ? -value : value).toArray();
	}

	private static double[][] cosineDistances(double[][] rows) {
		double[] norms = Arrays.stream(rows).mapToDouble(UnitOrder::norm).toArray();
		double[][] distances = new double[rows.length][rows.length];
		for (int i = 0; i < rows.length; i++) {
			for (int j = 0; j < i; j++) {
				double dot = 0;
				for (int k = 0; k < rows[i].length; k++) {
					dot += rows[i][k] * rows[j][k];
				}
				double scale = norms[i] * norms[j];
				distances[i][j] = scale > 0 ? Math.max(0, 1 - dot / scale) : 1;
				distances[j][i] = distances[i][j];
			}
		}
		return distances;
	}

	private static double norm(double[] row) {
		return Math.sqrt(Arrays.stream(row).map(value -> value * value).sum());
	}
}

package org.nullcline.linearalgebra;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Thin singular value decomposition A = U diag(s) V' of an m x n matrix, k = min(m, n).
 *
 * @param left   U, m x k
 * @param values s, descending
 * @param right  V', k x n
 */
public record SingularValues(INDArray left, double[] values, INDArray right) {
}

package org.nullcline.linearalgebra;

import java.util.List;

/**
 * Eigenvalues of a real square matrix, largest modulus first, with right and left eigenvectors.
 *
 * @param values the eigenvalues
 * @param right  right[k] is the eigenvector of values[k] (A r = lambda r), of Euclidean norm 1
 * @param left   left[k] is the left eigenvector of values[k] (l A = lambda l, no conjugation), scaled so that l r = 1
 *               wherever the eigenvalue is simple
 */
public record EigenDecomposition(List<Complex> values, Complex[][] right, Complex[][] left) {
}

/**
 * BLAS and LAPACK, called directly on the memory of ND4J arrays.
 * <p>
 * Arrays are double precision, in C order and without gaps; {@link org.nullcline.linearalgebra.NativeArrays#dense} makes them
 * so. Vectors of eigenvalues and singular values are plain Java arrays.
 *
 * @since 0.1.0
 */
package org.nullcline.linearalgebra;

/**
 * * Optimal transport between sets of sequences, or of any points: how far two distributions are apart, with the derivative.
 *
 * @since 0.1.0
 */
package org.nullcline.transport;

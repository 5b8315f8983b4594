/**
 * Optimal transport between sets of sequences, or of any points: how far two distributions are apart, with the derivative.
 */
package org.nullcline.transport;

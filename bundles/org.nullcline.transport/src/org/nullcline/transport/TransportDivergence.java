package org.nullcline.transport;

/**
 * A Sinkhorn divergence of two sets of points X and Y, with its derivative.
 *
 * @param value    S = OT(X, Y) - OT(X, X) / 2 - OT(Y, Y) / 2, in units of the cost
 * @param biased   OT(X, Y) alone, the entropic transport cost without the correction for its bias
 * @param gradient dS / dX, [point, coordinate] in C order; nobody else's array
 */
public record TransportDivergence(double value, double biased, double[] gradient) {
}

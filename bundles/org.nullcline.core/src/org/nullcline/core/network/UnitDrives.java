package org.nullcline.core.network;

/**
 * How the units of a cell h' = f(W h + V x + b) are driven: row i of W is the recurrent drive of unit i, row i of V its
 * external drive. What it takes to scale or silence the drive of single units, and to name the weights between them.
 *
 * @param recurrent name of W, [unit, unit]
 * @param external  name of V, [unit, input]
 * @param rectified whether f is the positive part
 * @param biased    whether there is a b
 */
public record UnitDrives(String recurrent, String external, boolean rectified, boolean biased) {
}

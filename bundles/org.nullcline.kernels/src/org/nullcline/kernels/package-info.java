/**
 * Matrix products and element-wise functions for recurrent networks, on the layout in which they are fast.
 * <p>
 * A matrix whose columns are units and whose rows are trials (of all time steps, one step after the other) is kept in
 * {@linkplain org.nullcline.kernels.Panels panels}: groups of as many columns as two vector registers hold, each stored
 * row by row. In this layout
 * <ul>
 * <li>a product reads its left side with constant distances between rows, so that nothing is packed in a time step;
 * <li>weights are packed once for all time steps, because their panels are just the panels of the transposed matrix;
 * <li>the gradient by the weights, a product over all trials and steps, reads both of its sides as they lie;
 * <li>element-wise functions run over contiguous memory.
 * </ul>
 * {@link org.nullcline.kernels.PanelKernels} comes in four forms made from the same templates: single and double
 * precision, each with the Vector API and in plain Java for virtual machines that run without it. The plain form is the
 * reference of the other.
 *
 * @since 0.1.0
 */
package org.nullcline.kernels;

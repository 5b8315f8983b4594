/**
 * Recurrent networks: h' = F(x, h), y = W_o h + b_o.
 * <p>
 * A {@link org.nullcline.core.network.Cell} is F; a {@link org.nullcline.core.network.Network} adds the readout and the
 * initial state. States are single arrays that hold all parts of the full state side by side (an LSTM's h and c), as
 * described by a {@link org.nullcline.core.network.StateLayout}.
 *
 * @since 0.1.0
 */
package org.nullcline.core.network;

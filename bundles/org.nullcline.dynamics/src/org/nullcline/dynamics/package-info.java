/**
 * Numerical tools that analyses share: fixed points and the dynamics near them, states on trials, principal
 * components.
 * <p>
 * Everything here is deterministic: randomness comes from a {@link org.nullcline.core.random.RandomStream} that the caller
 * hands over, and results do not depend on the order of seeds. States always are full states, with all parts of
 * {@link org.nullcline.core.network.StateLayout} side by side.
 *
 * @since 0.1.0
 */
package org.nullcline.dynamics;

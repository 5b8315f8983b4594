/**
 * Named, counter-based random streams: what a stream yields depends on the master seed and its name alone.
 *
 * @since 0.1.0
 */
package org.nullcline.core.random;

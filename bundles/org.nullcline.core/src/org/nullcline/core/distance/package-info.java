/**
 * Distances between networks by their states on the same trials.
 *
 * @since 0.1.0
 */
package org.nullcline.core.distance;

/** Named, counter-based random streams: what a stream yields depends on the master seed and its name alone. */
package org.nullcline.core.random;

/** Distances between networks by their states on the same trials. */
package org.nullcline.core.distance;

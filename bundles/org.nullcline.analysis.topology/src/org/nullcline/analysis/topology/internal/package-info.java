/** The analysis {@code topology}: the fixed points of a network as a graph. */
package org.nullcline.analysis.topology.internal;

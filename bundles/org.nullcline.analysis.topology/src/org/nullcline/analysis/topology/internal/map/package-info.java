/** The analysis {@code topology-map}: distances between the graphs of networks, and their map. */
package org.nullcline.analysis.topology.internal.map;

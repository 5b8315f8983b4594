/** The graph of the fixed points of one network under one constant input. */
package org.nullcline.analysis.topology.internal.graph;

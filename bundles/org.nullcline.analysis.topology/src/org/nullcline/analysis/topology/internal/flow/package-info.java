/** Where the dynamics carry states under a constant input, and how fixed points are left. */
package org.nullcline.analysis.topology.internal.flow;

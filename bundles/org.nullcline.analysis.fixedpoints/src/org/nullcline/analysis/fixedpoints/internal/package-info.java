/** The analysis {@code fixed-points}. */
package org.nullcline.analysis.fixedpoints.internal;

/** The analysis {@code training-bifurcation}. */
package org.nullcline.analysis.bifurcation.internal;

/** The analysis {@code readout-alignment}. */
package org.nullcline.analysis.readout.internal;

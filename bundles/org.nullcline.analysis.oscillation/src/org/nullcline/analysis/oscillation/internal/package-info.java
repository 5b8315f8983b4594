/** The analysis {@code oscillation}. */
package org.nullcline.analysis.oscillation.internal;

/** The analysis {@code driven-state-space}. */
package org.nullcline.analysis.driven.internal;

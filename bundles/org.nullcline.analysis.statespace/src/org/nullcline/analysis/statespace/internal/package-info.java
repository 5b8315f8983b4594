/** The analysis {@code state-space}. */
package org.nullcline.analysis.statespace.internal;

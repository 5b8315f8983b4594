/** The analysis {@code linearization}. */
package org.nullcline.analysis.linearization.internal;

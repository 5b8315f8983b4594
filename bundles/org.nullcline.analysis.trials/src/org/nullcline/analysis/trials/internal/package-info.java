/** The analysis {@code trials}. */
package org.nullcline.analysis.trials.internal;

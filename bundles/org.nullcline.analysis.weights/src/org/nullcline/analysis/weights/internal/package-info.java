/** The analysis {@code weights}. */
package org.nullcline.analysis.weights.internal;

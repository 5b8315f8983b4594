/** The analysis {@code compositional-reuse}. */
package org.nullcline.analysis.composition.internal;

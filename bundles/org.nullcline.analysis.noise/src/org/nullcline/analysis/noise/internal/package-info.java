/** The analysis {@code noise-sensitivity}. */
package org.nullcline.analysis.noise.internal;

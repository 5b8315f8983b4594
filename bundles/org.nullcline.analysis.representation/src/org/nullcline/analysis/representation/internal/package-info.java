/** The analysis {@code representation}. */
package org.nullcline.analysis.representation.internal;

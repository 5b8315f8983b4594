/** The analysis {@code universality}: geometry beside topology. */
package org.nullcline.analysis.universality.internal;

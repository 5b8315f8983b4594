/** The analysis {@code residency}. */
package org.nullcline.analysis.residency.internal;

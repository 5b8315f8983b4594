/** The analysis {@code interventions}. */
package org.nullcline.analysis.interventions.internal;

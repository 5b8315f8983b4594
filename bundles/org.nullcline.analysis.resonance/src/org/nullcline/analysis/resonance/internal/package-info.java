/** The analysis {@code stochastic-resonance}. */
package org.nullcline.analysis.resonance.internal;

/** The analyses {@code fidelity} and {@code fidelity-population}. */
package org.nullcline.analysis.fidelity.internal;

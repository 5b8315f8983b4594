/** The analysis {@code integration}. */
package org.nullcline.analysis.integration.internal;

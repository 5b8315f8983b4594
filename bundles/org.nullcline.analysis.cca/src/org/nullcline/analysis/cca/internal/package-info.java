/** The analysis {@code cca}. */
package org.nullcline.analysis.cca.internal;

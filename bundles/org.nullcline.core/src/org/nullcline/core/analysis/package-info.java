/**
 * Analyses: questions asked of trained networks, answered with arrays, figures and findings.
 *
 * @since 0.1.0
 */
package org.nullcline.core.analysis;

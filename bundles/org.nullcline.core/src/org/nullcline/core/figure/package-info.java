/**
 * Figures as data: what an analysis wants to show, without saying how it is drawn.
 *
 * @since 0.1.0
 */
package org.nullcline.core.figure;

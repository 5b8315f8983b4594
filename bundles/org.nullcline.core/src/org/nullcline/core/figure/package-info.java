/** Figures as data: what an analysis wants to show, without saying how it is drawn. */
package org.nullcline.core.figure;

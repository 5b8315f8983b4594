/** Texts of the views with plots. */
package org.nullcline.ui.plots;

/** The editor of series of studies. */
package org.nullcline.ui.series;

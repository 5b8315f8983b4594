/** Several runs beside each other. */
package org.nullcline.ui.runs.compare;

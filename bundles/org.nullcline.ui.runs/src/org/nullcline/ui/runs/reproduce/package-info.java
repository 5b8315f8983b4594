/** Executing a run again, to see whether it gives the same. */
package org.nullcline.ui.runs.reproduce;

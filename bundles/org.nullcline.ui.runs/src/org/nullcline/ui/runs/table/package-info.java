/** The table of runs. */
package org.nullcline.ui.runs.table;

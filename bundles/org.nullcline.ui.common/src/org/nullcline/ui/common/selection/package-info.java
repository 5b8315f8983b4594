/**
 * What is selected in plots. Views put these records into the selection of their site, and every other view marks what it
 * shows of them. Each adapts to the {@link org.nullcline.runs.RunReference} of its run, so that tables and trees of runs
 * follow without knowing plots; their elements join in by adapting to it, too.
 */
package org.nullcline.ui.common.selection;

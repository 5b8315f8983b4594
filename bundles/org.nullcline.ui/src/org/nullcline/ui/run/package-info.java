/** Executing studies in jobs, and what the workbench knows of executions. */
package org.nullcline.ui.run;

/** Export and import of studies with their runs as one archive. */
package org.nullcline.ui.runs.archive;

/**
 * Parameters of contributions: declared once in the extension, they drive the editor's form, the command line's
 * {@code --set}, validation, the study file and the report.
 *
 * @since 0.1.0
 */
package org.nullcline.core.parameter;

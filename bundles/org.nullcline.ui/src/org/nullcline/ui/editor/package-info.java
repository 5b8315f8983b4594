/** The multi-page editor of studies, and forms made from parameter declarations. */
package org.nullcline.ui.editor;

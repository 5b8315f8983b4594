/** Shows the user guide: its table of contents, its pages, and what belongs to the control that has the focus. */
package org.nullcline.ui.help;

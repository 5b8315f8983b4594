/** Plug-in projects in the workbench: made by a wizard, compiled and loaded as they are saved, exported; and plug-ins installed from files. */
package org.nullcline.ui.development;

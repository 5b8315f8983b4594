/** How fast the window is on this machine; started by {@code nullcline bench workbench}. */
package org.nullcline.ui.benchmark;

/** What the window knows of many runs at once. */
package org.nullcline.ui.runs;

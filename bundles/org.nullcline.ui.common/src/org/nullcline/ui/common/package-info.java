/** What all parts of the window use: refreshes that come together, names for screen readers. */
package org.nullcline.ui.common;

/** The welcome page. */
package org.nullcline.ui.welcome;

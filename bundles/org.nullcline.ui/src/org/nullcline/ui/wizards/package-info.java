/** Wizards for projects and studies. */
package org.nullcline.ui.wizards;

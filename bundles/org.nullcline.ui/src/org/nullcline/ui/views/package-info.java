/** The Learning Curves and Results views. */
package org.nullcline.ui.views;

/** The arrangements of views for designing, training and analysing. */
package org.nullcline.ui.perspectives;

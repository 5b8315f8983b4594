/** Attributes of the experiment model, declared like parameters of contributions. */
package org.nullcline.ui.declaration;

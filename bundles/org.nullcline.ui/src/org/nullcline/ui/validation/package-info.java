/** The nature of study projects, and the builder that turns a study's problems into markers. */
package org.nullcline.ui.validation;

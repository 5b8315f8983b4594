/** Proposals that mend the problems of studies. */
package org.nullcline.ui.fix;

/** The results of a study as one HTML file that needs nothing else: no network, no other files, no scripts. */
package org.nullcline.report;

/**
 * The results of a study as one HTML file that needs nothing else: no network, no other files, no scripts.
 *
 * @since 0.1.0
 */
package org.nullcline.report;

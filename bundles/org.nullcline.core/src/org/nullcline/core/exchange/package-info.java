/**
 * Files of other programs: reading arrays from them, and writing networks for them.
 *
 * @since 0.1.0
 */
package org.nullcline.core.exchange;

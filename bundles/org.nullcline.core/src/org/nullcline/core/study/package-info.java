/**
 * Studies: reading and writing their files, changing settings by name, validating, and resolving them into a plan.
 *
 * @since 0.1.0
 */
package org.nullcline.core.study;

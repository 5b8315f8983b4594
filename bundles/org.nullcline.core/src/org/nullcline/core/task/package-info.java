/**
 * Tasks: what the networks of a study are asked to do.
 *
 * @since 0.1.0
 */
package org.nullcline.core.task;

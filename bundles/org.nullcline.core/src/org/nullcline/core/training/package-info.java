/**
 * What training is made of: objectives, optimizers, regularizers and hooks.
 *
 * @since 0.1.0
 */
package org.nullcline.core.training;

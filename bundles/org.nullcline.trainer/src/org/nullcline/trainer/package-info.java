/**
 * Executing studies: training the networks of a population and asking the analyses.
 *
 * @since 0.1.0
 */
package org.nullcline.trainer;

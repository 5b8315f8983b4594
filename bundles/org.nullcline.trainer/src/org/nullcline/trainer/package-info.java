/** Executing studies: training the networks of a population and asking the analyses. */
package org.nullcline.trainer;

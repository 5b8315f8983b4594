/** Analyses: questions asked of trained networks, answered with arrays, figures and findings. */
package org.nullcline.core.analysis;

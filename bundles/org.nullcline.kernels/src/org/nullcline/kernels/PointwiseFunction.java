package org.nullcline.kernels;

/** A point-wise function of a unit's drive. */
public enum PointwiseFunction {
	TANH, RELU, LOGISTIC, SOFTPLUS, LINEAR
}

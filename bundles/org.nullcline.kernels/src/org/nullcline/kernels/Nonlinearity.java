package org.nullcline.kernels;

/** A point-wise function of a unit's drive. */
public enum Nonlinearity {
	TANH, RELU, LOGISTIC, SOFTPLUS, LINEAR
}

package org.nullcline.architectures.internal;

import org.nullcline.kernels.PointwiseFunction;

/** The point-wise function f of a cell; gates are logistic whatever f is. */
enum Nonlinearity {

	TANH("tanh") {
		@Override
		double value(double x) {
			return Math.tanh(x);
		}

		@Override
		double slopeFromValue(double y) {
			return 1 - y * y;
		}
	},
	/** max(x, 0), with the slope 0 at 0 as in PyTorch. */
	RELU("relu") {
		@Override
		double value(double x) {
			return Math.max(x, 0);
		}

		@Override
		double slopeFromValue(double y) {
			return y > 0 ? 1 : 0;
		}
	},
	/** log(1 + e^x), a smooth ReLU. */
	SOFTPLUS("softplus") {
		@Override
		double value(double x) {
			return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
		}

		@Override
		double slopeFromValue(double y) {
			return -Math.expm1(-y);
		}
	},
	/** 1 / (1 + e^-x). */
	LOGISTIC("logistic") {
		@Override
		double value(double x) {
			return 1 / (1 + Math.exp(-x));
		}

		@Override
		double slopeFromValue(double y) {
			return y * (1 - y);
		}
	},
	LINEAR("linear") {
		@Override
		double value(double x) {
			return x;
		}

		@Override
		double slopeFromValue(double y) {
			return 1;
		}
	};

	private final String word;

	Nonlinearity(String word) {
		this.word = word;
	}

	abstract double value(double x);

	/** The derivative f'(x) in terms of y = f(x), which is what a pass keeps. */
	abstract double slopeFromValue(double y);

	/** The same function of the kernels. */
	PointwiseFunction function() {
		return PointwiseFunction.valueOf(name());
	}

	/** As it is written in study files. */
	String word() {
		return word;
	}

	/** @throws IllegalArgumentException naming the choices, if the word is none of them */
	static Nonlinearity of(String word) {
		return Words.find("nonlinearity", word, values(), Nonlinearity::word);
	}
}

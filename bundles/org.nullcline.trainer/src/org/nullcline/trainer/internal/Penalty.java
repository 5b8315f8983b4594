package org.nullcline.trainer.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.WeightDeclaration.Role;
import org.nullcline.core.network.Weights;
import org.nullcline.model.PenaltyScope;

/** l2 times the sum of squares of the trained arrays within a scope, as a part of the gradient. */
final class Penalty {

	private final double l2;
	private final Weights penalized;

	/**
	 * A penalty of arrays of a network.
	 *
	 * @param trained the arrays that are trained, themselves
	 */
	Penalty(double l2, PenaltyScope scope, List<WeightDeclaration> declarations, Weights trained) {
		this.l2 = l2;
		Set<String> names = declarations.stream().filter(declaration -> holdsDown(scope, declaration.role()))
				.map(WeightDeclaration::name).collect(Collectors.toSet());
		penalized = trained.only(names::contains);
	}

	static boolean holdsDown(PenaltyScope scope, Role role) {
		return switch (scope) {
		case ALL -> true;
		case WEIGHTS -> role != Role.BIAS && role != Role.INITIAL_STATE;
		case RECURRENT -> role == Role.RECURRENT;
		};
	}

	/** gradient += 2 l2 w. */
	void addDerivative(Weights gradient) {
		if (l2 > 0) {
			WeightArithmetic.add(gradient, 2 * l2, penalized);
		}
	}
}

package org.nullcline.trainer.internal;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.Regularizer;
import org.nullcline.core.training.RegularizerFactory;
import org.nullcline.model.PenaltyScope;

/** Makes the L1 penalty. */
public final class L1Factory implements RegularizerFactory {

	@Override
	public Regularizer create(Parameters parameters) {
		return new L1Penalty(PenaltyScope.get(parameters.getChoice("scope")));
	}
}

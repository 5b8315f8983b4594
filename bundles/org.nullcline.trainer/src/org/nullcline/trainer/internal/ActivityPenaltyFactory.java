package org.nullcline.trainer.internal;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.Regularizer;
import org.nullcline.core.training.RegularizerFactory;

/** Makes the activity penalty. */
public final class ActivityPenaltyFactory implements RegularizerFactory {

	@Override
	public Regularizer create(Parameters parameters) {
		return new ActivityPenalty();
	}
}

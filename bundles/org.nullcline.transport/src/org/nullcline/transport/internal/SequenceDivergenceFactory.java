package org.nullcline.transport.internal;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.Objective;
import org.nullcline.core.training.ObjectiveFactory;
import org.nullcline.transport.SinkhornParameters;

/** Gives the Sinkhorn divergence of symbol sequences. */
public final class SequenceDivergenceFactory implements ObjectiveFactory {

	@Override
	public Objective create(Parameters parameters) {
		double blur = parameters.getReal("blur");
		return new SequenceDivergence(parameters.getChoice("mode").equals("converged") ? SinkhornParameters.converged(blur)
				: SinkhornParameters.paper(blur), parameters.getReal("temperature"));
	}
}

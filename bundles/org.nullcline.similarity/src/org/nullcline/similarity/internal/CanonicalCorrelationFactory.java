package org.nullcline.similarity.internal;

import org.nullcline.core.distance.StateDistance;
import org.nullcline.core.distance.StateDistanceFactory;
import org.nullcline.core.parameter.Parameters;

/** Makes the distance {@code cca}. */
public final class CanonicalCorrelationFactory implements StateDistanceFactory {

	@Override
	public StateDistance<?> create(Parameters parameters) {
		return new CanonicalCorrelation(SimilarityForm.of(parameters.getChoice("form")));
	}
}

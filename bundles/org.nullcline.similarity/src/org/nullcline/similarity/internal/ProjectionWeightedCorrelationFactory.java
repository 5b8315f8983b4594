package org.nullcline.similarity.internal;

import org.nullcline.core.distance.StateDistance;
import org.nullcline.core.distance.StateDistanceFactory;
import org.nullcline.core.parameter.Parameters;

/** Makes the distance {@code pwcca}. */
public final class ProjectionWeightedCorrelationFactory implements StateDistanceFactory {

	@Override
	public StateDistance<?> create(Parameters parameters) {
		return new ProjectionWeightedCorrelation(parameters.getChoice("weights").equals("both"));
	}
}

package org.nullcline.similarity.internal;

import org.nullcline.core.distance.StateDistance;
import org.nullcline.core.distance.StateDistanceFactory;
import org.nullcline.core.parameter.Parameters;

/** Makes the distance {@code svcca}. */
public final class SingularVectorCanonicalCorrelationFactory implements StateDistanceFactory {

	@Override
	public StateDistance<?> create(Parameters parameters) {
		return new SingularVectorCanonicalCorrelation(parameters.getInteger("components"),
				SimilarityForm.of(parameters.getChoice("form")));
	}
}

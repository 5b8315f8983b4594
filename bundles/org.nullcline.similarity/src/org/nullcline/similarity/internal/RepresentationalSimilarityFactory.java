package org.nullcline.similarity.internal;

import org.nullcline.core.distance.StateDistance;
import org.nullcline.core.distance.StateDistanceFactory;
import org.nullcline.core.parameter.Parameters;

/** Makes the distance {@code rsa}. */
public final class RepresentationalSimilarityFactory implements StateDistanceFactory {

	@Override
	public StateDistance<?> create(Parameters parameters) {
		return new RepresentationalSimilarity(SimilarityForm.of(parameters.getChoice("form")),
				parameters.getInteger("samples"));
	}
}

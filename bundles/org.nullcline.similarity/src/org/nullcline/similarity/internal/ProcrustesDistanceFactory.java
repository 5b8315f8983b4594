package org.nullcline.similarity.internal;

import org.nullcline.core.distance.StateDistance;
import org.nullcline.core.distance.StateDistanceFactory;
import org.nullcline.core.parameter.Parameters;

/** Makes the distance {@code procrustes}. */
public final class ProcrustesDistanceFactory implements StateDistanceFactory {

	@Override
	public StateDistance<?> create(Parameters parameters) {
		return new ProcrustesDistance(parameters.getChoice("form").equals("angular"));
	}
}

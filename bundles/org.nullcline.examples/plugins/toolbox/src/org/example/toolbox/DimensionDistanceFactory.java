package org.example.toolbox;

import org.nullcline.core.distance.StateDistance;
import org.nullcline.core.distance.StateDistanceFactory;
import org.nullcline.core.parameter.Parameters;

/** Makes the distance. */
public class DimensionDistanceFactory implements StateDistanceFactory {

	@Override
	public StateDistance<?> create(Parameters parameters) {
		return new DimensionDistance();
	}
}

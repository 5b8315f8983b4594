package org.example.modular;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.Regularizer;
import org.nullcline.core.training.RegularizerFactory;

/** Makes the penalty; Nullcline itself reads its parameter weight. */
public class WiringLengthFactory implements RegularizerFactory {

	@Override
	public Regularizer create(Parameters parameters) {
		return new WiringLength();
	}
}

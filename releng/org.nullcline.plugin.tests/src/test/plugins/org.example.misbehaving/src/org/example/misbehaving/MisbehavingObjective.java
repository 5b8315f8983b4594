package org.example.misbehaving;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.Objective;
import org.nullcline.core.training.ObjectiveFactory;

public class MisbehavingObjective implements ObjectiveFactory {

	@Override
	public Objective create(Parameters parameters) {
		return (outputs, trials, random, gradient) -> Misdeed.spoils(parameters) ? Double.NaN : 0;
	}
}

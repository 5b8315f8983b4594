package org.example.toolbox;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.training.Objective;
import org.nullcline.core.training.ObjectiveFactory;

/** Makes the objective from the parameter that plugin.xml declares. */
public class HuberFactory implements ObjectiveFactory {

	@Override
	public Objective create(Parameters parameters) {
		return new Huber(parameters.getReal("delta"));
	}
}

package org.nullcline.trainer.internal;

import org.nullcline.core.registry.ContributionException;

/** A fault of a plug-in, on its way through code that may throw nothing checked. */
final class PluginFault extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient ContributionException fault;

	PluginFault(ContributionException fault) {
		super(fault.getMessage(), fault);
		this.fault = fault;
	}

	ContributionException fault() {
		return fault;
	}
}

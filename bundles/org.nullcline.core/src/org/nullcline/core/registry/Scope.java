package org.nullcline.core.registry;

/** Whether an analysis is asked of each network alone or of all networks of a study together. */
public enum Scope {
	NETWORK, POPULATION
}

package org.nullcline.core.registry;

/** A contribution of a plug-in does not work. The message names plug-in and contribution. */
public class ContributionException extends Exception {

	private static final long serialVersionUID = 1L;

	public ContributionException(Contribution contribution, String reason, Throwable cause) {
		super("Plug-in " + contribution.plugin() + " " + contribution.pluginVersion() + ", " + contribution.label() + ": "
				+ reason, cause);
	}
}

package org.nullcline.development.template;

import java.util.Arrays;
import java.util.Optional;

import org.nullcline.core.registry.ContributionKind;

/** What a new plug-in project contributes to begin with. */
public enum PluginKind {
	TASK(ContributionKind.TASK, ""), ARCHITECTURE(ContributionKind.ARCHITECTURE, "-cell"),
	ANALYSIS(ContributionKind.ANALYSIS, "-analysis");

	private final ContributionKind contribution;
	private final String suffix;

	PluginKind(ContributionKind contribution, String suffix) {
		this.contribution = contribution;
		this.suffix = suffix;
	}

	/** The name on the command line. */
	public String id() {
		return contribution.singular();
	}

	public ContributionKind contribution() {
		return contribution;
	}

	/** What the identifier of the contribution ends with, after the project's short name. */
	String suffix() {
		return suffix;
	}

	public static Optional<PluginKind> find(String id) {
		return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
	}
}

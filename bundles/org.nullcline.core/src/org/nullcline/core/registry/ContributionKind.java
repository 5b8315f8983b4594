package org.nullcline.core.registry;

/** The kinds of contributions; each has an extension point of {@code org.nullcline.core}. */
public enum ContributionKind {
	TASK("task", "tasks", org.nullcline.core.task.TaskFactory.class),
	ARCHITECTURE("architecture", "architectures", org.nullcline.core.network.Architecture.class),
	OBJECTIVE("objective", "objectives", org.nullcline.core.training.ObjectiveFactory.class),
	OPTIMIZER("optimizer", "optimizers", org.nullcline.core.training.OptimizerFactory.class),
	/** @since 0.1.0 */
	REGULARIZER("regularizer", "regularizers", org.nullcline.core.training.RegularizerFactory.class),
	/** @since 0.1.0 */
	HOOK("hook", "hooks", org.nullcline.core.training.TrainingHookFactory.class),
	ANALYSIS("analysis", "analyses", org.nullcline.core.analysis.Analysis.class),
	DISTANCE("distance", "distances", org.nullcline.core.distance.StateDistanceFactory.class),
	/** @since 0.1.0 */
	FIGURE("figure", "figures", org.nullcline.core.figure.FigureMaker.class),
	/** @since 0.1.0 */
	IMPORTER("importer", "importers", org.nullcline.core.exchange.ArrayReader.class),
	/** @since 0.1.0 */
	EXPORTER("exporter", "exporters", org.nullcline.core.exchange.NetworkWriter.class);

	private final String singular;
	private final String plural;
	private final Class<?> contract;

	ContributionKind(String singular, String plural, Class<?> contract) {
		this.singular = singular;
		this.plural = plural;
		this.contract = contract;
	}

	/** The name of the extension's element. */
	public String singular() {
		return singular;
	}

	/** The name on the command line and of the extension point. */
	public String plural() {
		return plural;
	}

	/** What the extension's class must implement. */
	public Class<?> contract() {
		return contract;
	}

	/** The full name of the extension point. */
	public String extensionPoint() {
		return "org.nullcline.core." + plural;
	}
}

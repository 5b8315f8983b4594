package org.nullcline.ui.fix;

import java.util.Optional;

import org.nullcline.core.registry.ContributionKind;
import org.nullcline.model.AnalysisChoice;
import org.nullcline.model.ArchitectureChoice;
import org.nullcline.model.Choice;
import org.nullcline.model.ObjectiveChoice;
import org.nullcline.model.OptimizerChoice;
import org.nullcline.model.TaskChoice;

/** Which kind of contribution an element of a study chooses. */
final class Kinds {

	private Kinds() {
	}

	static Optional<ContributionKind> of(Choice choice) {
		return switch (choice) {
		case TaskChoice task -> Optional.of(ContributionKind.TASK);
		case ArchitectureChoice architecture -> Optional.of(ContributionKind.ARCHITECTURE);
		case ObjectiveChoice objective -> Optional.of(ContributionKind.OBJECTIVE);
		case OptimizerChoice optimizer -> Optional.of(ContributionKind.OPTIMIZER);
		case AnalysisChoice analysis -> Optional.of(ContributionKind.ANALYSIS);
		default -> Optional.empty();
		};
	}
}

package org.nullcline.ui.fix;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.model.ModelPackage.Literals;
import org.nullcline.model.Population;
import org.nullcline.ui.Messages;

/** Proposals for the axes of the population. */
final class PopulationFixes {

	private static final int USUAL = 64;
	private static final int LARGEST = 4096;

	private PopulationFixes() {
	}

	static void of(Population population, StudyProblem problem, List<QuickFix> fixes) {
		switch (problem.location()) {
		case "population > sizes" -> sizes(population, fixes); //$NON-NLS-1$
		case "population > seeds" -> AttributeFixes.of(population, Literals.POPULATION__SEEDS, fixes); //$NON-NLS-1$
		case "population > l2" -> { //$NON-NLS-1$
			if (population.getL2().stream().anyMatch(l2 -> l2 >= 0) && population.getL2().stream().anyMatch(l2 -> !(l2 >= 0))) {
				fixes.add(new QuickFix(Messages.Fix_removeNegative, () -> population.getL2().removeIf(l2 -> !(l2 >= 0))));
			}
			fixes.add(new QuickFix(Messages.Fix_removeL2, () -> population.getL2().clear()));
		}
		default -> {
			// Not about an axis.
		}
		}
	}

	private static void sizes(Population population, List<QuickFix> fixes) {
		List<Integer> permitted = population.getSizes().stream().map(size -> Math.clamp(size, 1, LARGEST)).distinct().toList();
		List<Integer> sizes = permitted.isEmpty() ? List.of(USUAL) : permitted;
		String words = sizes.stream().map(String::valueOf).collect(Collectors.joining(", ")); //$NON-NLS-1$
		fixes.add(new QuickFix(NLS.bind(Messages.Fix_sizes, words), () -> {
			population.getSizes().clear();
			population.getSizes().addAll(sizes);
		}));
	}
}

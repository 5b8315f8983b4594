package org.nullcline.ui.editor;

import org.eclipse.osgi.util.NLS;
import org.nullcline.model.Population;
import org.nullcline.model.Study;
import org.nullcline.ui.Messages;

/**
 * How many networks a study has.
 *
 * @param penalties weights of the L2 penalty, at least one
 */
record GridSize(int architectures, int sizes, int penalties, int seeds) {

	static GridSize of(Study study) {
		Population population = study.getPopulation();
		return population == null ? new GridSize(0, 0, 1, 0)
				: new GridSize(population.getArchitectures().size(), population.getSizes().size(),
						Math.max(1, population.getL2().size()), Math.max(0, population.getSeeds()));
	}

	int networks() {
		return architectures * sizes * penalties * seeds;
	}

	/** How the number comes about. */
	String words() {
		return NLS.bind(Messages.Networks_count, new Object[] { architectures, sizes, penalties, seeds, networks() });
	}
}

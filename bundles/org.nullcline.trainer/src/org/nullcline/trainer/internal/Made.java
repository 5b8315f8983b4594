package org.nullcline.trainer.internal;

import java.util.function.Function;

import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.study.StudyPlan;

/** Makes what a study has chosen. */
final class Made {

	private Made() {
	}

	/**
	 * What the factory of a choice makes.
	 *
	 * @throws ContributionException naming the plug-in, if it fails or gives nothing
	 */
	static <F, T> T by(StudyPlan.Choice choice, Class<F> contract, Function<F, T> make) throws ContributionException {
		F factory = choice.contribution().instantiate(contract);
		T made;
		try {
			made = make.apply(factory);
		} catch (RuntimeException | Error e) {
			throw new ContributionException(choice.contribution(), "failed: " + e, e);
		}
		if (made == null) {
			throw new ContributionException(choice.contribution(), "its factory gave nothing", null);
		}
		return made;
	}
}

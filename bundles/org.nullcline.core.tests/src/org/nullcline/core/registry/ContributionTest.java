package org.nullcline.core.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.junit.jupiter.api.Test;
import org.nullcline.core.task.TaskFactory;

/** A contribution that is still in use after its plug-in has been replaced. */
class ContributionTest {

	private final Contribution contribution = new Contribution(ContributionKind.TASK, "recall", "Recall", "", Optional.empty(),
			List.of(), "org.mylab.recall", "1.0.0", Optional.empty(), replaced());

	@Test
	void hasNoInstance() {
		ContributionException thrown = assertThrows(ContributionException.class, () -> contribution.instantiate(TaskFactory.class));
		assertTrue(thrown.getMessage().contains("org.mylab.recall"), thrown.getMessage());
		assertTrue(thrown.getMessage().contains("replaced"), thrown.getMessage());
	}

	@Test
	void hasNoAttributes() {
		assertEquals(Optional.empty(), contribution.attribute("analysis"));
	}

	/** As the registry leaves an element whose plug-in is gone. */
	private static IConfigurationElement replaced() {
		return (IConfigurationElement) Proxy.newProxyInstance(ContributionTest.class.getClassLoader(),
				new Class<?>[] { IConfigurationElement.class }, (_, _, _) -> {
					throw new InvalidRegistryObjectException();
				});
	}
}

package org.nullcline.core.registry;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/**
 * Contributions that misbehaved in a way that they would repeat, such as not coming back: nobody can choose them until Nullcline is
 * started again, or until their plug-in is replaced by another version of it. A service of the framework, so that all see the same.
 */
public final class DisabledContributions {

	private final Map<String, String> reasons = new ConcurrentHashMap<>();

	private DisabledContributions() {
	}

	/** Those of the running Nullcline. */
	public static DisabledContributions ofThisProcess() {
		BundleContext context = FrameworkUtil.getBundle(DisabledContributions.class).getBundleContext();
		synchronized (DisabledContributions.class) {
			ServiceReference<DisabledContributions> reference = context.getServiceReference(DisabledContributions.class);
			if (reference != null) {
				return context.getService(reference);
			}
			DisabledContributions first = new DisabledContributions();
			context.registerService(DisabledContributions.class, first, null);
			return first;
		}
	}

	/** @param reason what it did, for messages: "did not come back from ..." */
	public void disable(Contribution contribution, String reason) {
		reasons.put(key(contribution), reason + "; it is disabled until Nullcline is started again");
	}

	/** Lets a contribution be chosen again. */
	public void enable(Contribution contribution) {
		reasons.remove(key(contribution));
	}

	/** Why a contribution is disabled, or nothing. */
	public Optional<String> reason(Contribution contribution) {
		return Optional.ofNullable(reasons.get(key(contribution)));
	}

	private static String key(Contribution contribution) {
		return contribution.label() + " of " + contribution.plugin() + " " + contribution.pluginVersion();
	}
}

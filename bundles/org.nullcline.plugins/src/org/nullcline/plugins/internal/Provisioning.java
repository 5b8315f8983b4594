package org.nullcline.plugins.internal;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.engine.IEngine;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProfileRegistry;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.engine.PhaseSetFactory;
import org.eclipse.equinox.p2.engine.ProvisioningContext;
import org.eclipse.equinox.p2.engine.query.UserVisibleRootQuery;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.planner.IPlanner;
import org.eclipse.equinox.p2.planner.IProfileChangeRequest;
import org.eclipse.equinox.p2.planner.ProfileInclusionRules;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.nullcline.plugins.InstallationException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Changes the profile of this installation through p2: planned first, then carried out or rolled back as a whole. */
public final class Provisioning {

	/** What the product itself is made of is no plug-in of others. */
	private static final String OWN = "org.nullcline.";
	private static final String FEATURE = ".feature.group";

	private final IProvisioningAgent agent;
	private final IProfile profile;

	private Provisioning(IProvisioningAgent agent, IProfile profile) {
		this.agent = agent;
		this.profile = profile;
	}

	/** @throws InstallationException if this Nullcline was not installed by p2 */
	static Provisioning ofThisInstallation() throws InstallationException {
		return find().orElseThrow(() -> new InstallationException("This Nullcline has no record of what is installed (folder p2), so nothing "
				+ "can be installed. It is complete in the archive; unpack that anew."));
	}

	private static Optional<Provisioning> find() {
		BundleContext context = FrameworkUtil.getBundle(Provisioning.class).getBundleContext();
		try {
			Collection<ServiceReference<IProvisioningAgent>> references = context.getServiceReferences(IProvisioningAgent.class,
					"(" + IProvisioningAgent.SERVICE_CURRENT + "=true)");
			for (ServiceReference<IProvisioningAgent> reference : references) {
				IProvisioningAgent agent = context.getService(reference);
				IProfileRegistry registry = agent == null ? null : agent.getService(IProfileRegistry.class);
				IProfile profile = registry == null ? null : registry.getProfile(IProfileRegistry.SELF);
				if (profile != null) {
					return Optional.of(new Provisioning(agent, profile));
				}
			}
			return Optional.empty();
		} catch (InvalidSyntaxException e) {
			throw new IllegalStateException("the filter is constant", e);
		}
	}

	/** Identifiers of what was installed beyond the product; nothing where p2 does not know this installation. */
	public static Set<String> roots() {
		Set<String> ids = new TreeSet<>();
		find().ifPresent(here -> here.profile.query(new UserVisibleRootQuery(), null)
				.forEach(unit -> ids.add(unit.getId().replace(FEATURE, ""))));
		ids.removeIf(id -> id.startsWith(OWN));
		return ids;
	}

	/** The version of something installed. */
	public static Optional<String> version(String id) {
		return find().flatMap(here -> here.installed(id)).map(unit -> unit.getVersion().toString());
	}

	IProvisioningAgent agent() {
		return agent;
	}

	/** A unit of the profile: a bundle, or a feature named without its ending. */
	Optional<IInstallableUnit> installed(String id) {
		for (String name : List.of(id, id + FEATURE)) {
			for (IInstallableUnit unit : profile.query(QueryUtil.createIUQuery(name), null)) {
				return Optional.of(unit);
			}
		}
		return Optional.empty();
	}

	boolean isRoot(IInstallableUnit unit) {
		return !profile.query(new UserVisibleRootQuery(), null).query(QueryUtil.createIUQuery(unit), null).isEmpty();
	}

	/**
	 * Plans to install units in place of other versions of themselves.
	 *
	 * @param repositories where further units may come from
	 * @throws InstallationException if they do not fit
	 */
	IProvisioningPlan planInstallation(Collection<IInstallableUnit> units, List<URI> repositories, IProgressMonitor monitor)
			throws InstallationException {
		IProfileChangeRequest request = planner().createChangeRequest(profile);
		for (IInstallableUnit unit : units) {
			installed(unit.getId()).filter(old -> !old.equals(unit)).ifPresent(request::remove);
			request.add(unit);
			request.setInstallableUnitProfileProperty(unit, IProfile.PROP_PROFILE_ROOT_IU, Boolean.TRUE.toString());
			request.setInstallableUnitInclusionRules(unit, ProfileInclusionRules.createStrictInclusionRule(unit));
		}
		return plan(request, repositories, monitor);
	}

	IProvisioningPlan planRemoval(IInstallableUnit unit, IProgressMonitor monitor) throws InstallationException {
		IProfileChangeRequest request = planner().createChangeRequest(profile);
		request.remove(unit);
		return plan(request, List.of(), monitor);
	}

	private IProvisioningPlan plan(IProfileChangeRequest request, List<URI> repositories, IProgressMonitor monitor)
			throws InstallationException {
		IProvisioningPlan plan = planner().getProvisioningPlan(request, context(repositories), monitor);
		if (plan.getStatus().getSeverity() >= IStatus.ERROR) {
			throw new InstallationException(PlanExplanation.of(plan.getStatus()));
		}
		return plan;
	}

	private ProvisioningContext context(List<URI> repositories) {
		ProvisioningContext context = new ProvisioningContext(agent);
		context.setMetadataRepositories(repositories.toArray(URI[]::new));
		context.setArtifactRepositories(repositories.toArray(URI[]::new));
		return context;
	}

	/** The bundles that a plan brings in. */
	static List<IInstallableUnit> additions(IProvisioningPlan plan) {
		return plan.getAdditions().query(QueryUtil.createIUAnyQuery(), null).toUnmodifiableSet().stream()
				.filter(Provisioning::isBundle).toList();
	}

	static boolean isBundle(IInstallableUnit unit) {
		return unit.getArtifacts().stream().anyMatch(key -> key.getClassifier().equals("osgi.bundle"));
	}

	/** What a plan takes away. */
	static List<IInstallableUnit> removals(IProvisioningPlan plan) {
		return List.copyOf(plan.getRemovals().query(QueryUtil.createIUAnyQuery(), null).toUnmodifiableSet());
	}

	/** Carries a plan out; what fails is rolled back. */
	void perform(IProvisioningPlan plan, IProgressMonitor monitor) throws InstallationException {
		// Who has signed was looked at before; p2 would ask a window, which need not be there.
		IStatus status = agent.getService(IEngine.class).perform(plan,
				PhaseSetFactory.createDefaultPhaseSetExcluding(new String[] { PhaseSetFactory.PHASE_CHECK_TRUST }), monitor);
		if (status.getSeverity() == IStatus.CANCEL) {
			throw new org.eclipse.core.runtime.OperationCanceledException();
		}
		if (status.getSeverity() >= IStatus.ERROR) {
			throw new InstallationException(PlanExplanation.of(status));
		}
	}

	/** Deletes the files of a unit that the profile no longer has, so that they cannot be taken for its next version. */
	void deleteArtifacts(IInstallableUnit unit, IProgressMonitor monitor) throws InstallationException {
		String pool = profile.getProperty(IProfile.PROP_CACHE);
		if (pool == null) {
			return;
		}
		try {
			IArtifactRepository repository = agent.getService(IArtifactRepositoryManager.class)
					.loadRepository(java.nio.file.Path.of(pool).toUri(), SubMonitor.convert(monitor));
			for (IArtifactKey key : unit.getArtifacts()) {
				repository.removeDescriptor(key, new NullProgressMonitor());
			}
		} catch (org.eclipse.equinox.p2.core.ProvisionException e) {
			throw new InstallationException(unit.getId() + " is no longer installed, but its files could not be deleted: " + e.getMessage());
		}
	}

	private IPlanner planner() {
		return agent.getService(IPlanner.class);
	}
}

package org.nullcline.plugins.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.nullcline.plugins.InstallationException;
import org.osgi.framework.Bundle;

/** Takes a plug-in away. */
public final class Removal {

	private Removal() {
	}

	/** See {@link org.nullcline.plugins.PluginInstaller#uninstall}. */
	public static String of(String id, IProgressMonitor monitor) throws InstallationException, IOException {
		SubMonitor progress = SubMonitor.convert(monitor, "Uninstalling " + id, 10);
		Provisioning provisioning = Provisioning.ofThisInstallation();
		Optional<Path> dropin = Dropins.find(id);
		if (dropin.isPresent()) {
			Files.delete(dropin.get());
			return id + " (" + dropin.get() + ")";
		}
		IInstallableUnit unit = provisioning.installed(id).orElseThrow(() -> new InstallationException(
				"No plug-in '" + id + "' is installed; there are " + names()));
		if (!provisioning.isRoot(unit) || id.startsWith("org.nullcline.")) {
			Bundle bundle = Platform.getBundle(id);
			throw new InstallationException(bundle != null && !id.startsWith("org.nullcline.")
					? id + " was not installed by itself: others need it. Those that can be taken away are " + names()
					: id + " belongs to Nullcline itself and cannot be taken away; those that can are " + names());
		}
		IProvisioningPlan plan = provisioning.planRemoval(unit, progress.split(3));
		if (!plan.getFutureState().query(QueryUtil.createIUQuery(unit), null).isEmpty()) {
			throw new InstallationException(id + " is needed by another plug-in; take that away first.");
		}
		List<IInstallableUnit> gone = Provisioning.removals(plan);
		provisioning.perform(plan, progress.split(6));
		for (IInstallableUnit removed : gone) {
			provisioning.deleteArtifacts(removed, progress.split(0));
		}
		return id + " " + unit.getVersion();
	}

	private static String names() {
		return Provisioning.roots().isEmpty() ? "none" : String.join(", ", Provisioning.roots());
	}
}

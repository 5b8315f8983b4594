package org.nullcline.plugins.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.nullcline.plugins.InstallationException;
import org.nullcline.plugins.PluginInstaller.Outcome;
import org.nullcline.plugins.PluginInstaller.Unsigned;

/** One installation: look through, plan, look through what the plan brings along, carry out. */
public final class Installation {

	private final Provisioning provisioning;
	private final Unsigned unsigned;
	private final List<String> notes = new ArrayList<>();

	private Installation(Unsigned unsigned) throws InstallationException {
		provisioning = Provisioning.ofThisInstallation();
		this.unsigned = unsigned;
	}

	/** See {@link org.nullcline.plugins.PluginInstaller#inspect}. */
	public static void inspect(Path jar) throws InstallationException, IOException {
		List<String> problems = Inspection.problems(PluginFile.read(jar), Surroundings.running());
		if (!problems.isEmpty()) {
			throw new InstallationException(problems);
		}
	}

	/** See {@link org.nullcline.plugins.PluginInstaller#installFile}. */
	public static Outcome ofFile(Path jar, Unsigned unsigned, IProgressMonitor monitor) throws InstallationException, IOException {
		SubMonitor progress = SubMonitor.convert(monitor, "Installing " + jar.getFileName(), 10);
		Installation installation = new Installation(unsigned);
		PluginFile plugin = PluginFile.read(jar);
		// Before p2 sees it, because these messages are the better ones.
		installation.inspect(List.of(plugin));
		if (installation.isThereAlready(plugin)) {
			return new Outcome(List.of(), List.of(plugin.id() + " " + plugin.version() + " is installed already."));
		}
		try (Source source = Source.file(installation.provisioning.agent(), jar, progress.split(2))) {
			return installation.install(source, Choice.of(source.metadata(), Set.of(plugin.id())), progress.split(8));
		}
	}

	/** See {@link org.nullcline.plugins.PluginInstaller#installFrom}. */
	public static Outcome ofRepository(URI location, Collection<String> ids, Unsigned unsigned, IProgressMonitor monitor)
			throws InstallationException, IOException {
		SubMonitor progress = SubMonitor.convert(monitor, "Installing from " + location, 10);
		if (Download.isFor(location)) {
			try (Download download = Download.of(location, progress.split(2))) {
				return ofDownload(download.file(), ids, unsigned, progress.split(8));
			}
		}
		Installation installation = new Installation(unsigned);
		try (Source source = Source.repository(installation.provisioning.agent(), location, progress.split(2))) {
			return installation.install(source, Choice.of(source.metadata(), ids), progress.split(8));
		}
	}

	private static Outcome ofDownload(Path file, Collection<String> ids, Unsigned unsigned, IProgressMonitor monitor)
			throws InstallationException, IOException {
		if (file.toString().endsWith(".zip")) {
			return ofRepository(URI.create("jar:" + file.toUri() + "!/"), ids, unsigned, monitor);
		}
		if (!ids.isEmpty()) {
			throw new InstallationException(file.getFileName() + ": a jar holds one plug-in; " + String.join(" ", ids)
					+ " cannot be chosen from it");
		}
		return ofFile(file, unsigned, monitor);
	}

	private Outcome install(Source source, List<IInstallableUnit> units, IProgressMonitor monitor)
			throws InstallationException, IOException {
		SubMonitor progress = SubMonitor.convert(monitor, 10);
		List<String> old = new ArrayList<>();
		for (IInstallableUnit unit : units) {
			provisioning.installed(unit.getId()).filter(other -> !other.equals(unit))
					.ifPresent(other -> old.add("It takes the place of " + other.getId() + " " + other.getVersion() + "."));
		}
		IProvisioningPlan plan;
		try {
			plan = provisioning.planInstallation(units, List.of(source.location()), progress.split(2));
		} catch (InstallationException e) {
			inspect(source, units, progress.split(0));
			throw e;
		}
		Path folder = Files.createTempDirectory("nullcline-inspect");
		try {
			List<PluginFile> files = new ArrayList<>();
			for (IInstallableUnit unit : Provisioning.additions(plan)) {
				Path file = source.download(unit, folder, progress.split(0));
				if (file != null) {
					files.add(PluginFile.read(file));
				}
			}
			notes.clear();
			inspect(files);
			progress.worked(3);
		} finally {
			Source.delete(folder);
		}
		List<IInstallableUnit> replaced = Provisioning.removals(plan);
		provisioning.perform(plan, progress.split(5));
		for (IInstallableUnit unit : replaced) {
			provisioning.deleteArtifacts(unit, progress.split(0));
		}
		notes.addAll(old);
		return new Outcome(units.stream().map(unit -> unit.getId().replace(".feature.group", "") + " " + unit.getVersion()).toList(), notes);
	}

	/** What cannot be planned is looked through by us, because our words are plainer than those of the planner. */
	private void inspect(Source source, List<IInstallableUnit> units, IProgressMonitor monitor) throws InstallationException, IOException {
		Path folder = Files.createTempDirectory("nullcline-inspect");
		try {
			List<PluginFile> files = new ArrayList<>();
			for (IInstallableUnit unit : source.withRequired(units)) {
				Path file = Provisioning.isBundle(unit) ? source.download(unit, folder, monitor) : null;
				if (file != null) {
					files.add(PluginFile.read(file));
				}
			}
			inspect(files);
		} finally {
			Source.delete(folder);
		}
	}

	private void inspect(List<PluginFile> files) throws InstallationException, IOException {
		List<String> problems = new ArrayList<>();
		Surroundings surroundings;
		try {
			surroundings = Surroundings.running().with(files.stream().filter(file -> !file.id().isEmpty()).toList());
		} catch (IllegalArgumentException e) {
			// What is wrong with a manifest is found again, with the plug-in's name.
			surroundings = Surroundings.running();
		}
		for (PluginFile file : files) {
			problems.addAll(Inspection.problems(file, surroundings));
			Dropins.find(file.id()).ifPresent(jar -> problems.add("Plug-in " + file.id() + " lies in " + jar
					+ " already; take that away first: nullcline uninstall " + file.id()));
			if (file.signature().kind() == Signature.Kind.SIGNED) {
				notes.add(file.id() + " is signed by " + file.signature().details() + ".");
			} else if (unsigned == Unsigned.REFUSE) {
				problems.add("Plug-in " + file.id() + " is not signed, so nobody vouches for its content. If you trust where it comes from: "
						+ "--allow-unsigned");
			} else {
				notes.add(file.id() + " is not signed; its code runs with all your rights.");
			}
		}
		if (!problems.isEmpty()) {
			throw new InstallationException(problems);
		}
	}

	/** @throws InstallationException if there is one of the same version that is another */
	private boolean isThereAlready(PluginFile plugin) throws InstallationException, IOException {
		Optional<IInstallableUnit> same = provisioning.installed(plugin.id())
				.filter(unit -> unit.getVersion().toString().equals(plugin.version().toString()));
		if (same.isEmpty()) {
			return false;
		}
		Optional<Path> installed = Dropins.fileOfBundle(plugin.id());
		if (installed.isPresent() && Files.isRegularFile(installed.get()) && Files.mismatch(installed.get(), plugin.file()) < 0) {
			return true;
		}
		throw new InstallationException("Plug-in " + plugin.id() + " " + plugin.version() + " is installed already, with other content. Give the new "
				+ "one another version (one that ends in .qualifier gets it from the build), or take the old one away first: nullcline uninstall "
				+ plugin.id());
	}
}

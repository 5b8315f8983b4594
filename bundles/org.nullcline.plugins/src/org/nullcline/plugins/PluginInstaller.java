package org.nullcline.plugins;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.plugins.internal.Installation;
import org.nullcline.plugins.internal.Removal;

/** Installs plug-ins of others into this Nullcline and takes them away. What has changed is in effect from the next start. */
public final class PluginInstaller {

	/** What is done with plug-ins that nobody has signed. */
	public enum Unsigned {
		/** They are refused. */
		REFUSE,
		/** They are installed, and the outcome says so. */
		PERMIT
	}

	private PluginInstaller() {
	}

	/**
	 * What was done.
	 *
	 * @param installed "org.example.memory 1.2.0", one per plug-in
	 * @param notes     what the user should know of it
	 */
	public record Outcome(List<String> installed, List<String> notes) {

		public Outcome {
			installed = List.copyOf(installed);
			notes = List.copyOf(notes);
		}
	}

	/**
	 * Looks a jar through as an installation would.
	 *
	 * @throws InstallationException if it would not do, with every reason that there is
	 */
	public static void inspect(Path jar) throws InstallationException, IOException {
		Installation.inspect(jar);
	}

	/**
	 * Installs one jar.
	 *
	 * @throws InstallationException if it will not do, with every reason that there is; nothing has changed
	 */
	public static Outcome installFile(Path jar, Unsigned unsigned, IProgressMonitor monitor)
			throws InstallationException, IOException {
		return Installation.ofFile(jar, unsigned, monitor);
	}

	/**
	 * Installs from a p2 repository, or the file of the network that an address names: a jar, or a repository as a zip.
	 *
	 * @param ids what to install: features or plug-ins; empty for the only one that there is
	 * @throws InstallationException if something will not do, with every reason that there is; nothing has changed
	 */
	public static Outcome installFrom(URI repository, Collection<String> ids, Unsigned unsigned, IProgressMonitor monitor)
			throws InstallationException, IOException {
		return Installation.ofRepository(repository, ids, unsigned, monitor);
	}

	/**
	 * Takes a plug-in away, wherever it was put.
	 *
	 * @return what was taken away: "org.example.memory 1.2.0"
	 * @throws InstallationException if there is none of this name, if it belongs to Nullcline itself, or if others need it
	 */
	public static String uninstall(String id, IProgressMonitor monitor) throws InstallationException, IOException {
		return Removal.of(id, monitor);
	}
}

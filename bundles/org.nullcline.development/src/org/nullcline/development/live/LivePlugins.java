package org.nullcline.development.live;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;

import org.nullcline.core.registry.WorkspacePlugins;
import org.nullcline.development.compile.PluginBuild;
import org.nullcline.plugins.InstallationException;
import org.nullcline.plugins.PluginInstaller;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The plug-ins of projects of the workspace. They last as long as the workbench: a bundle that outlives it, because the workbench was
 * killed, is removed at the next start.
 * <p>
 * Work that is under way goes on with the classes it began with: all of them, and those that they name, are loaded at once, so that none
 * is looked for when the plug-in has been replaced.
 */
public final class LivePlugins {

	/** Far longer than it takes; without an end, a framework that does not answer would hold the workspace. */
	private static final int SECONDS = 30;

	private LivePlugins() {
	}

	/**
	 * Loads the plug-in of a project, in place of its last state.
	 *
	 * @param project name of the project
	 * @param build   without errors
	 * @return why the plug-in cannot be used; it is then not loaded, and neither is its last state
	 */
	public static synchronized List<String> load(String project, PluginBuild build) throws IOException {
		byte[] jar = build.jar().orElseThrow(() -> new IllegalArgumentException("a build with errors cannot be loaded"));
		Optional<Bundle> elsewhere = elsewhere(project, build.id());
		if (elsewhere.isPresent()) {
			return List.of("Plug-in " + build.id() + " is " + (elsewhere.get().getLocation().startsWith(WorkspacePlugins.LOCATION)
					? "made by the project " + elsewhere.get().getLocation().substring(WorkspacePlugins.LOCATION.length()) + " as well."
					: "installed as well, so the project's own is not loaded. Take the installed one away: nullcline uninstall " + build.id()));
		}
		List<String> problems = inspect(build.id(), jar);
		if (!problems.isEmpty()) {
			unload(project);
			return problems;
		}
		WorkspacePlugins.takePart();
		try {
			// Taken out and put in again, not updated: of an updated bundle somebody may get a class before its refreshment, and that class
			// then has a class loader which the refreshment ends.
			List<Bundle> dependents = find(project).map(LivePlugins::replaced).orElse(List.of());
			Bundle bundle = context().installBundle(location(project), new ByteArrayInputStream(jar));
			start(bundle);
			problems = loadClasses(bundle, jar);
			startAgain(dependents);
		} catch (BundleException e) {
			problems = List.of("Plug-in " + build.id() + " does not start: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
		}
		if (!problems.isEmpty()) {
			unload(project);
		}
		return problems;
	}

	/** Takes a bundle out, and tells which others have to be started again when the next one is there. */
	private static List<Bundle> replaced(Bundle bundle) {
		List<Bundle> dependents = new ArrayList<>(wiring().getDependencyClosure(List.of(bundle)));
		dependents.remove(bundle);
		unload(List.of(bundle));
		return dependents;
	}

	/** A dependent that does not suit the new state is reported, and takes no part; that is no fault of what it depends on. */
	private static void startAgain(List<Bundle> dependents) {
		for (Bundle dependent : dependents) {
			try {
				start(dependent);
			} catch (BundleException e) {
				org.eclipse.core.runtime.ILog.of(LivePlugins.class).warn("Plug-in " + dependent.getSymbolicName() + " does not start again", e);
			}
		}
	}

	private static void start(Bundle bundle) throws BundleException {
		bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
	}

	/** Takes the plug-in of a project out again; nothing happens where it is not loaded. */
	public static synchronized void unload(String project) {
		find(project).ifPresent(bundle -> unload(List.of(bundle)));
	}

	/** Takes all out again. */
	public static synchronized void unloadAll() {
		List<Bundle> bundles = new ArrayList<>();
		for (Bundle bundle : context().getBundles()) {
			if (bundle.getLocation().startsWith(WorkspacePlugins.LOCATION)) {
				bundles.add(bundle);
			}
		}
		if (!bundles.isEmpty()) {
			unload(bundles);
		}
	}

	/** Whether the plug-in of a project takes part. */
	public static boolean isLoaded(String project) {
		return find(project).isPresent();
	}

	private static void unload(List<Bundle> bundles) {
		for (Bundle bundle : bundles) {
			try {
				bundle.uninstall();
			} catch (BundleException | IllegalStateException e) {
				org.eclipse.core.runtime.ILog.of(LivePlugins.class).warn("Plug-in " + bundle + " could not be taken out", e);
			}
		}
		refresh(bundles);
	}

	private static List<String> inspect(String id, byte[] content) throws IOException {
		Path jar = Files.createTempFile(id, ".jar");
		try {
			Files.write(jar, content);
			PluginInstaller.inspect(jar);
			return List.of();
		} catch (InstallationException e) {
			return e.problems();
		} finally {
			Files.delete(jar);
		}
	}

	private static List<String> loadClasses(Bundle bundle, byte[] content) throws IOException {
		List<String> problems = new ArrayList<>();
		try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(content))) {
			for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
				if (entry.getName().endsWith(".class") && !entry.getName().endsWith("-info.class")) {
					String name = entry.getName().replace('/', '.').substring(0, entry.getName().length() - ".class".length());
					try {
						LinkedClasses.link(bundle.loadClass(name).getClassLoader(), jar.readAllBytes());
					} catch (ClassNotFoundException | LinkageError e) {
						problems.add("Plug-in " + bundle.getSymbolicName() + ", class " + name + " cannot be loaded: " + e);
					}
				}
			}
		}
		return problems;
	}

	/** Lets go of the classes of bundles that have been taken out, and returns when that is done. */
	private static void refresh(List<Bundle> bundles) {
		CountDownLatch done = new CountDownLatch(1);
		wiring().refreshBundles(bundles, event -> {
			if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
				done.countDown();
			}
		});
		try {
			if (!done.await(SECONDS, TimeUnit.SECONDS)) {
				throw new IllegalStateException("the framework did not answer within " + SECONDS + " seconds");
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** A bundle of the same name from another place. */
	private static Optional<Bundle> elsewhere(String project, String id) {
		for (Bundle bundle : context().getBundles()) {
			if (id.equals(bundle.getSymbolicName()) && !bundle.getLocation().equals(location(project))) {
				return Optional.of(bundle);
			}
		}
		return Optional.empty();
	}

	private static Optional<Bundle> find(String project) {
		return Optional.ofNullable(context().getBundle(location(project)));
	}

	private static String location(String project) {
		return WorkspacePlugins.LOCATION + project;
	}

	private static FrameworkWiring wiring() {
		return context().getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
	}

	private static BundleContext context() {
		return FrameworkUtil.getBundle(LivePlugins.class).getBundleContext();
	}
}

package org.nullcline.app.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.nullcline.plugins.InstallationException;
import org.nullcline.plugins.PluginInstaller;
import org.nullcline.plugins.PluginInstaller.Outcome;
import org.nullcline.plugins.PluginInstaller.Unsigned;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code install}: adds a plug-in of others. */
@CommandLine.Command(name = "install", description = "Install a plug-in. It is looked through first; if anything is wrong with it, nothing changes.")
final class InstallCommand extends Command {

	private static final List<String> CONTENT = List.of("content.jar", "content.xml", "content.xml.xz", "compositeContent.xml",
			"compositeContent.jar");
	private static final Set<String> SCHEMES = Set.of("http", "https", "file", "jar");

	@Parameters(index = "0", paramLabel = "FILE|REPOSITORY", description = "A plug-in's jar, or a p2 repository: a folder or a zip file; or the address of any of them.")
	String source;

	@Parameters(index = "1..*", arity = "0..*", paramLabel = "ID", description = "What to install from a repository that holds several plug-ins.")
	List<String> ids = List.of();

	@Option(names = "--allow-unsigned", description = "Also install from the network what nobody has signed. Files of this machine need no signature.")
	boolean allowUnsigned;

	@Option(names = "--require-signature", description = "Refuse files of this machine as well that nobody has signed.")
	boolean requireSignature;

	@Override
	public Integer call() throws UsageException, InstallationException, IOException {
		if (allowUnsigned && requireSignature) {
			throw new UsageException("--allow-unsigned and --require-signature exclude each other");
		}
		Outcome outcome = source.matches("[a-z]{2,}:.*") ? fromAddress(source) : fromPath(Path.of(source));
		outcome.installed().forEach(plugin -> terminal.result("Installed " + plugin));
		outcome.notes().forEach(terminal::message);
		return ExitCode.DONE;
	}

	private Outcome fromAddress(String address) throws UsageException, InstallationException, IOException {
		try {
			URI repository = new URI(address);
			if (!SCHEMES.contains(repository.getScheme())) {
				throw new UsageException(address + ": is no address that plug-ins can come from; those begin with http:, https: or file:");
			}
			boolean here = "file".equals(repository.getScheme()) || address.startsWith("jar:file:");
			return PluginInstaller.installFrom(repository, ids, here ? ofThisMachine() : allowUnsigned ? Unsigned.PERMIT : Unsigned.REFUSE,
					new NullProgressMonitor());
		} catch (URISyntaxException e) {
			throw new UsageException(address + ": is no address: " + e.getReason());
		}
	}

	private Outcome fromPath(Path path) throws UsageException, InstallationException, IOException {
		if (!Files.exists(path)) {
			throw new UsageException(path + ": does not exist");
		}
		if (Files.isDirectory(path)) {
			if (Files.exists(path.resolve("META-INF/MANIFEST.MF"))) {
				throw new UsageException(path + ": is a plug-in project, not a plug-in; build it, then install the jar in " + path.resolve("target"));
			}
			if (CONTENT.stream().map(path::resolve).noneMatch(Files::exists)) {
				throw new UsageException(path + ": is no p2 repository, because there is no content.jar, content.xml or content.xml.xz in it");
			}
			return PluginInstaller.installFrom(path.toRealPath().toUri(), ids, ofThisMachine(), new NullProgressMonitor());
		}
		if (path.toString().endsWith(".zip")) {
			requireZip(path);
			return PluginInstaller.installFrom(URI.create("jar:" + path.toRealPath().toUri() + "!/"), ids, ofThisMachine(),
					new NullProgressMonitor());
		}
		if (!ids.isEmpty()) {
			throw new UsageException(path + ": a jar holds one plug-in; " + String.join(" ", ids) + " cannot be chosen from it");
		}
		return PluginInstaller.installFile(path, ofThisMachine(), new NullProgressMonitor());
	}

	/** What is no archive at all would be read as an empty one. */
	private static void requireZip(Path path) throws UsageException {
		try (ZipFile zip = new ZipFile(path.toFile())) {
			if (CONTENT.stream().allMatch(name -> zip.getEntry(name) == null)) {
				throw new UsageException(path + ": is no p2 repository, because there is no content.jar, content.xml or content.xml.xz at its top");
			}
		} catch (IOException e) {
			throw new UsageException(path + ": is no zip file that can be read: " + e.getMessage());
		}
	}

	private Unsigned ofThisMachine() {
		return requireSignature ? Unsigned.REFUSE : Unsigned.PERMIT;
	}
}

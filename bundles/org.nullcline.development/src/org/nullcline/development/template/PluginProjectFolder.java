package org.nullcline.development.template;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Writes a new plug-in project to a folder: all of it or nothing. */
public final class PluginProjectFolder {

	/** Names the start script of the Nullcline that made the project, for the project's own script {@code build}. */
	private static final String LOCATION = "nullcline.location";

	private PluginProjectFolder() {
	}

	/**
	 * @param folder    that does not exist yet, or is empty
	 * @param nullcline start script of this Nullcline, or null where that is not known
	 * @throws FileAlreadyExistsException if there is something in the folder
	 */
	public static void write(PluginProject project, Path folder, Path nullcline) throws IOException {
		Map<String, String> files = PluginTemplate.files(project);
		requireFree(folder);
		Path parent = Files.createDirectories(folder.toAbsolutePath().normalize().getParent());
		Path temporary = Files.createTempDirectory(parent, ".new-plug-in");
		try {
			for (Map.Entry<String, String> file : files.entrySet()) {
				Path path = temporary.resolve(file.getKey());
				Files.createDirectories(path.getParent());
				Files.writeString(path, file.getValue());
				if (PluginTemplate.isExecutable(file.getKey())) {
					makeExecutable(path);
				}
			}
			if (nullcline != null) {
				Files.writeString(temporary.resolve(LOCATION), nullcline + "\n");
			}
			// A temporary folder is for its owner alone; a project need not be.
			Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(temporary.resolve("src")));
			Files.deleteIfExists(folder);
			Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
		} catch (IOException | RuntimeException e) {
			delete(temporary);
			throw e;
		}
	}

	private static void requireFree(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		if (Files.isDirectory(folder)) {
			try (Stream<Path> content = Files.list(folder)) {
				if (content.findAny().isEmpty()) {
					return;
				}
			}
			throw new FileAlreadyExistsException(folder + ": is not empty; name a folder that does not exist yet");
		}
		throw new FileAlreadyExistsException(folder + ": is a file; name a folder that does not exist yet");
	}

	private static void makeExecutable(Path file) throws IOException {
		Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
		permissions.addAll(Set.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE,
				PosixFilePermission.OTHERS_EXECUTE));
		Files.setPosixFilePermissions(file, permissions);
	}

	private static void delete(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}
}

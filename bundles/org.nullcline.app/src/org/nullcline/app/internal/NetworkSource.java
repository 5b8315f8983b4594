package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.StudyFolder;

/**
 * A network that a command names by its file or by its run folder.
 *
 * @param name of the run, or of the file without its ending
 * @param file with the weights
 */
record NetworkSource(String name, Path file) {

	static NetworkSource of(Path path) throws UsageException, IOException {
		if (!Files.isDirectory(path)) {
			return ofFile(path);
		}
		if (Files.isRegularFile(path.resolve(RunRecord.FILE))) {
			Path weights = path.resolve(NetworkFile.FILE);
			if (!Files.isRegularFile(weights)) {
				throw new UsageException(path + ": the run is " + RunRecord.read(path).state() + "; only a finished run has weights");
			}
			return ofFile(weights);
		}
		throw new UsageException(path + (StudyFolder.isStudyFolder(path)
				? ": is the output folder of a study; name one of its run folders" : ": is a folder, but no run folder"));
	}

	/** The weights of every run have one name; that of its folder tells them apart. */
	static NetworkSource ofFile(Path file) {
		Path parent = file.toAbsolutePath().normalize().getParent();
		String name = file.endsWith(NetworkFile.FILE) && parent.getFileName() != null ? parent.getFileName().toString()
				: file.getFileName().toString().replaceFirst("\\.safetensors$", "");
		return new NetworkSource(name, file);
	}
}

package org.nullcline.runs;

import java.nio.file.Path;

/**
 * A run, by the folder in which it lies. Views select runs as these, whatever else they show: elements of other kinds that
 * stand for a run adapt to it. References are equal where their folders are.
 *
 * @param folder the run folder, absolute
 */
public record RunReference(Path folder) {

	public RunReference {
		folder = folder.toAbsolutePath().normalize();
	}

	/** The name of the network, which is unique within its execution. */
	public String name() {
		return folder.getFileName().toString();
	}

	/** The output folder of the execution that the run belongs to. */
	public Path execution() {
		return folder.getParent().getParent();
	}
}

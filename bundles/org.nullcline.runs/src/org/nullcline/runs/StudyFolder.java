package org.nullcline.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.nullcline.model.RunCollection;

/** The output folder of one execution of a study. */
public final class StudyFolder {

	private StudyFolder() {
	}

	/** Whether a folder looks like the output of a study. */
	public static boolean isStudyFolder(Path folder) {
		throw new UnsupportedOperationException();
	}

	/** Reads what lies in a folder: study, runs with their states, results. Run and result folders are absolute paths. */
	public static RunCollection read(Path folder) throws IOException {
		throw new UnsupportedOperationException();
	}

	/** The metrics of a run, oldest first; empty if there are none yet. */
	public static List<Measurement> metrics(Path runFolder) throws IOException {
		throw new UnsupportedOperationException();
	}
}

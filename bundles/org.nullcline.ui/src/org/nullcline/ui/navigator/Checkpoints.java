package org.nullcline.ui.navigator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.ILog;
import org.nullcline.runs.Checkpoint;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointItem;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointsItem;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;

/** Lists the checkpoints of a run by their file names, without reading them. */
final class Checkpoints {

	/** The step of the best network, which its file name does not tell. */
	static final int BEST = -1;

	private static final Pattern STEP = Pattern.compile("step-(\\d+)\\..*"); //$NON-NLS-1$

	private Checkpoints() {
	}

	/** Whether a run has any; looks at the folder alone. */
	static boolean exist(RunItem run) {
		return Files.isDirectory(Checkpoint.best(run.folder()).getParent());
	}

	/** The best network first, then from the newest to the oldest. */
	static List<ExecutionItem> of(CheckpointsItem parent) {
		List<ExecutionItem> items = new ArrayList<>();
		try {
			Path best = Checkpoint.best(parent.folder());
			if (Files.exists(best)) {
				items.add(new CheckpointItem(parent, best, BEST, Files.size(best)));
			}
			for (Path file : Checkpoint.files(parent.folder())) {
				Matcher matcher = STEP.matcher(file.getFileName().toString());
				if (matcher.matches()) {
					items.add(new CheckpointItem(parent, file, Integer.parseInt(matcher.group(1)), Files.size(file)));
				}
			}
		} catch (IOException e) {
			// A run that trains replaces its checkpoints; the next refresh shows what there is then.
			ILog.of(Checkpoints.class).info("Checkpoints changed while they were listed", e); //$NON-NLS-1$
		}
		return items;
	}
}

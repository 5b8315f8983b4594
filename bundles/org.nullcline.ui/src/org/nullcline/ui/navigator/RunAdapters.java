package org.nullcline.ui.navigator;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.core.runtime.IPath;
import org.nullcline.model.ModelFactory;
import org.nullcline.model.Run;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointItem;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointsItem;
import org.nullcline.ui.navigator.ExecutionItem.FigureItem;
import org.nullcline.ui.navigator.ExecutionItem.MessageItem;
import org.nullcline.ui.navigator.ExecutionItem.ResultItem;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;

/** Lets views that know nothing of the navigator and the navigator select each other's runs. */
public class RunAdapters implements IAdapterFactory {

	@Override
	public <T> T getAdapter(Object adaptable, Class<T> type) {
		if (type == RunReference.class && adaptable instanceof ExecutionItem item) {
			return type.cast(reference(item));
		}
		return type == ExecutionItem.class && adaptable instanceof RunReference run ? type.cast(item(run)) : null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { RunReference.class, ExecutionItem.class };
	}

	private static RunReference reference(ExecutionItem item) {
		return switch (item) {
		case RunItem run -> new RunReference(run.folder());
		case ResultItem result -> result.run() == null ? null : reference(result.run());
		case CheckpointsItem checkpoints -> reference(checkpoints.run());
		case CheckpointItem checkpoint -> reference(checkpoint.parent());
		case FigureItem figure -> reference(figure.result());
		case MessageItem message -> null;
		};
	}

	/** An item that equals the one in the navigator; only that one knows the results. Null outside of the workspace. */
	private static RunItem item(RunReference reference) {
		IPath path = IPath.fromPath(reference.execution());
		IContainer container = ResourcesPlugin.getWorkspace().getRoot().getContainerForLocation(path);
		if (!(container instanceof IFolder folder) || !exists(reference.folder())) {
			return null;
		}
		Run run = ModelFactory.eINSTANCE.createRun();
		run.setName(reference.name());
		run.setFolder(reference.folder().toString());
		return new RunItem(folder, run);
	}

	private static boolean exists(Path run) {
		return Files.exists(run.resolve(RunRecord.FILE));
	}
}

package org.nullcline.core.registry;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.task.Environment;
import org.nullcline.core.task.Task;
import org.nullcline.core.training.Objective;
import org.nullcline.core.training.Optimizer;
import org.nullcline.core.training.Regularizer;
import org.nullcline.core.training.TrainingHook;
import org.nullcline.core.distance.StateDistance;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Finds the contribution that a stack of calls is in, so that a message can name it. A plug-in may contribute much; which part of it is
 * at work is told from the contract that a class in the stack implements.
 *
 * @since 0.1.0
 */
public final class Culprits {

	private static final String BUILT_IN = "org.nullcline.";

	private Culprits() {
	}

	/** Whether a plug-in came with Nullcline. */
	public static boolean isBuiltIn(Contribution contribution) {
		return contribution.plugin().startsWith(BUILT_IN);
	}

	/**
	 * The part that the innermost call of a plug-in belongs to.
	 *
	 * @param calls innermost first, as of an exception or of a thread
	 * @param parts that may be at work
	 * @return nothing where no class of theirs is in the stack
	 */
	public static Optional<Contribution> of(StackTraceElement[] calls, Collection<Contribution> parts) {
		Contribution ofSomeClass = null;
		for (StackTraceElement call : calls) {
			for (Contribution part : parts) {
				Optional<Class<?>> type = ofSomeClass == null || part.plugin().equals(ofSomeClass.plugin())
						? typeOf(part.plugin(), call.getClassName())
						: Optional.empty();
				if (type.isPresent() && implementsContract(type.get(), part.kind())) {
					return Optional.of(part);
				}
				// The engine is a plug-in with contributions as well, and in every stack; its other classes say nothing.
				if (type.isPresent() && ofSomeClass == null && !isBuiltIn(part)) {
					ofSomeClass = part;
				}
			}
		}
		return Optional.ofNullable(ofSomeClass);
	}

	private static Optional<Class<?>> typeOf(String plugin, String className) {
		Bundle bundle = Platform.getBundle(plugin);
		if (bundle == null) {
			return Optional.empty();
		}
		try {
			Class<?> type = bundle.loadClass(className);
			return bundle.equals(FrameworkUtil.getBundle(type)) ? Optional.of(type) : Optional.empty();
		} catch (ClassNotFoundException | LinkageError e) {
			return Optional.empty();
		}
	}

	private static boolean implementsContract(Class<?> type, ContributionKind kind) {
		return kind.contract().isAssignableFrom(type) || made(kind).stream().anyMatch(made -> made.isAssignableFrom(type));
	}

	/** What the factories of a kind make, and what that gives in its turn. */
	private static List<Class<?>> made(ContributionKind kind) {
		return switch (kind) {
		case TASK -> List.of(Task.class, Environment.class);
		case ARCHITECTURE -> List.of(Cell.class, SequencePass.class);
		case OBJECTIVE -> List.of(Objective.class);
		case OPTIMIZER -> List.of(Optimizer.class);
		case REGULARIZER -> List.of(Regularizer.class);
		case HOOK -> List.of(TrainingHook.class);
		case DISTANCE -> List.of(StateDistance.class);
		case ANALYSIS, FIGURE, IMPORTER, EXPORTER -> List.of();
		};
	}
}

package org.nullcline.plugins.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IStatus;

/** What p2 says of a plan that cannot be carried out, one sentence per cause. */
final class PlanExplanation {

	private PlanExplanation() {
	}

	static List<String> of(IStatus status) {
		Set<String> sentences = new LinkedHashSet<>();
		collect(status, sentences);
		if (sentences.isEmpty()) {
			sentences.add(status.getMessage());
		}
		return new ArrayList<>(sentences);
	}

	/** The leaves say what is wrong, the rest says that something is. */
	private static void collect(IStatus status, Set<String> sentences) {
		if (status.getChildren().length == 0) {
			String cause = status.getException() == null || status.getException().getMessage() == null ? ""
					: " (" + status.getException().getMessage() + ")";
			String message = status.getMessage() == null ? "" : status.getMessage().strip();
			if (!message.isEmpty()) {
				sentences.add(cause.contains(message) ? cause.substring(2, cause.length() - 1) : message + cause);
			}
		}
		for (IStatus child : status.getChildren()) {
			collect(child, sentences);
		}
	}
}

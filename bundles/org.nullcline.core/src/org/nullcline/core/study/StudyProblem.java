package org.nullcline.core.study;

import org.eclipse.emf.ecore.EObject;

/**
 * Something that is wrong with a study.
 *
 * @param location where, for people: "task 'flip-flop' > parameter 'bits'"
 * @param message  what is wrong and what would be right
 * @param element  the model element, for markers
 */
public record StudyProblem(String location, String message, EObject element) {

	@Override
	public String toString() {
		return location + ": " + message;
	}
}

package org.nullcline.core.study;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EObject;

/** Collects what is wrong with a study, in the usual words. */
final class StudyProblems {

	private final List<StudyProblem> problems = new ArrayList<>();

	List<StudyProblem> all() {
		return List.copyOf(problems);
	}

	boolean isEmpty() {
		return problems.isEmpty();
	}

	void add(String location, String message, EObject element) {
		problems.add(new StudyProblem(location, message, element));
	}

	void range(String location, int value, int minimum, int maximum, EObject element) {
		if (value < minimum || value > maximum) {
			add(location, value + " is outside the range from " + minimum + " to " + maximum, element);
		}
	}

	void positive(String location, double value, EObject element) {
		if (!(value > 0) || Double.isInfinite(value)) {
			add(location, value + " is not a positive number", element);
		}
	}

	void notNegative(String location, double value, EObject element) {
		if (!(value >= 0) || Double.isInfinite(value)) {
			add(location, value + " is not a number from 0 upwards", element);
		}
	}

	/** A number above 0 that is at most 1. */
	void fraction(String location, double value, EObject element) {
		if (value > 1) {
			add(location, value + " is above 1", element);
		} else {
			positive(location, value, element);
		}
	}
}

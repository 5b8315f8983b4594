package org.nullcline.core.study;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Finds the first setting in which two studies differ. */
final class StudyDifference {

	private StudyDifference() {
	}

	/** The place and both values, such as "training > steps: 1200, now 900"; nothing if the studies are equal. */
	static Optional<String> first(EObject before, EObject now) {
		return first(before, now, "");
	}

	private static Optional<String> first(EObject before, EObject now, String place) {
		if (before == null || now == null || before.eClass() != now.eClass()) {
			return before == now ? Optional.empty() : Optional.of(place + ": " + text(before) + ", now " + text(now));
		}
		for (EAttribute attribute : before.eClass().getEAllAttributes()) {
			if (!Objects.equals(before.eGet(attribute), now.eGet(attribute))) {
				return Optional.of(within(place, attribute) + ": " + before.eGet(attribute) + ", now " + now.eGet(attribute));
			}
		}
		for (EReference reference : before.eClass().getEAllContainments()) {
			List<EObject> earlier = children(before, reference);
			List<EObject> later = children(now, reference);
			for (int n = 0; n < Math.min(earlier.size(), later.size()); n++) {
				String name = name(earlier.get(n));
				Optional<String> difference = first(earlier.get(n), later.get(n),
						within(place, reference) + (name.isEmpty() ? "" : " '" + name + "'"));
				if (difference.isPresent()) {
					return difference;
				}
			}
			if (earlier.size() != later.size()) {
				return Optional.of(within(place, reference) + ": " + earlier.size() + " of them, now " + later.size());
			}
		}
		return Optional.empty();
	}

	@SuppressWarnings("unchecked")
	private static List<EObject> children(EObject parent, EReference reference) {
		if (reference.isMany()) {
			return (List<EObject>) parent.eGet(reference);
		}
		EObject child = (EObject) parent.eGet(reference);
		return child == null ? List.of() : List.of(child);
	}

	private static String within(String place, EStructuralFeature feature) {
		return place.isEmpty() ? feature.getName() : place + " > " + feature.getName();
	}

	private static String text(EObject element) {
		return element == null ? "none" : element.eClass().getName() + (name(element).isEmpty() ? "" : " '" + name(element) + "'");
	}

	private static String name(EObject element) {
		for (String identifying : List.of("name", "id")) {
			EStructuralFeature feature = element.eClass().getEStructuralFeature(identifying);
			if (feature != null && element.eGet(feature) != null) {
				return element.eGet(feature).toString();
			}
		}
		return "";
	}
}

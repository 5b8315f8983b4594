package org.nullcline.core.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Named settings of training and initialization, as an extension declares them.
 *
 * @param id            unique
 * @param name          for people
 * @param description   for which networks it was made and what differs from its source, or empty
 * @param reference     where it comes from, or empty
 * @param training      attributes of the training plan
 * @param objective     or nothing
 * @param optimizer     or nothing
 * @param regularizers  that take the place of those of the plan; those of the plan stay where there are none
 * @param hooks         likewise
 * @param architectures in the order in which they are applied
 * @param plugin        symbolic name of the contributing plug-in
 * @param problem       why it cannot be used, or nothing
 */
public record TrainingRecipe(String id, String name, String description, String reference, Map<String, String> training,
		Optional<Part> objective, Optional<Part> optimizer, List<Part> regularizers, List<Part> hooks,
		List<ArchitecturePart> architectures, String plugin, Optional<String> problem) {

	/** A contribution with the values that are given to its parameters. */
	public record Part(String id, Map<String, String> values) {

		public Part {
			values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
		}
	}

	/**
	 * What is set of an architecture.
	 *
	 * @param part         the architecture and values of its parameters
	 * @param where        parameter and value that a network must have, or an empty map
	 * @param units        that the source used, if it is a recipe for networks of one size
	 * @param learningRate that differs from that of the plan, or nothing
	 */
	public record ArchitecturePart(Part part, Map<String, String> where, OptionalInt units, OptionalDouble learningRate) {

		public ArchitecturePart {
			where = Map.copyOf(where);
		}
	}

	public TrainingRecipe {
		training = Collections.unmodifiableMap(new LinkedHashMap<>(training));
		regularizers = List.copyOf(regularizers);
		hooks = List.copyOf(hooks);
		architectures = List.copyOf(architectures);
	}

	/** A recipe without regularizers and hooks. */
	public TrainingRecipe(String id, String name, String description, String reference, Map<String, String> training,
			Optional<Part> objective, Optional<Part> optimizer, List<ArchitecturePart> architectures, String plugin,
			Optional<String> problem) {
		this(id, name, description, reference, training, objective, optimizer, List.of(), List.of(), architectures, plugin, problem);
	}

	/** The same, but broken. */
	TrainingRecipe broken(String reason) {
		return new TrainingRecipe(id, name, description, reference, training, objective, optimizer, regularizers, hooks, architectures,
				plugin, Optional.of(reason));
	}
}

package org.nullcline.analysis.representation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.distance.CentredStates;
import org.nullcline.core.distance.ComponentDistance;
import org.nullcline.core.distance.StateDistance;
import org.nullcline.similarity.DistanceMatrix;
import org.nullcline.similarity.NamedDistance;
import org.nullcline.similarity.PairwiseDistances;

/** All networks, as one distance prepares them. */
final class MeasuredPopulation<P> {

	private final NamedDistance named;
	private final StateDistance<P> distance;
	private final int components;
	private final ConcurrentMap<Integer, P> prepared = new ConcurrentHashMap<>();
	private final ConcurrentMap<Integer, String> obstacles = new ConcurrentHashMap<>();

	private MeasuredPopulation(NamedDistance named, StateDistance<P> distance, int components) {
		this.named = named;
		this.distance = distance;
		this.components = components;
	}

	/** @param components how many are to be compared by a distance that compares components; it may have been made for more */
	static MeasuredPopulation<?> of(NamedDistance named, int components) {
		return of(named, named.distance(), components);
	}

	private static <P> MeasuredPopulation<P> of(NamedDistance named, StateDistance<P> distance, int components) {
		return new MeasuredPopulation<>(named, distance, components);
	}

	/** May be called for several networks at once. */
	void prepare(int network, CentredStates states) {
		try {
			prepared.put(network, distance.prepare(states));
		} catch (IllegalArgumentException e) {
			obstacles.put(network, e.getMessage());
		}
	}

	/** Forgets the networks, whose memory something else may need. */
	void release() {
		prepared.clear();
	}

	/** How many components are to be compared. */
	int wanted() {
		return components;
	}

	NamedDistance named() {
		return named;
	}

	/** Why the networks cannot be compared by this distance, by the first one of which it is true; or nothing. */
	java.util.Optional<java.util.Map.Entry<Integer, String>> obstacle() {
		return obstacles.entrySet().stream().min(java.util.Map.Entry.comparingByKey());
	}

	/** Number of components that a network has, as far as they were prepared; 0 for a distance that compares none. */
	int components(int network) {
		return distance instanceof ComponentDistance<P> some ? some.components(prepared.get(network)) : 0;
	}

	/** Number of components that every network has; 0 for a distance that compares none. */
	int available() {
		return prepared.keySet().stream().mapToInt(this::components).min().orElse(0);
	}

	/** Number of components that are compared: as many for each pair as for any other. */
	int compared() {
		return Math.min(components, available());
	}

	/** The distances as they were asked for. */
	DistanceMatrix distances(List<String> names, IProgressMonitor monitor) {
		return distances(names, compared(), monitor);
	}

	/** The distances with another number of components, at most {@link #available()}. */
	DistanceMatrix distances(List<String> names, int count, IProgressMonitor monitor) {
		StateDistance<P> chosen = distance instanceof ComponentDistance<P> some ? some.withComponents(count) : distance;
		List<P> ordered = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			ordered.add(prepared.get(i));
		}
		return new DistanceMatrix(names, PairwiseDistances.of(chosen, ordered, monitor), named.id(), chosen.definition()
				+ (chosen.properties().symmetric() ? "" : ", the mean of both directions"));
	}
}

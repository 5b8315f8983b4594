package org.nullcline.similarity.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.nullcline.core.distance.CentredStates;
import org.nullcline.core.distance.DistanceProperties;
import org.nullcline.core.distance.Invariance;
import org.nullcline.core.distance.StateDistance;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.ParameterType;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.similarity.NamedDistance;

/** Whatever plug-ins contribute keeps what it promises. */
class DistancePropertiesTest {

	private static final double TOLERANCE = 1e-7;

	@Test
	void registeredDistancesKeepTheirPromises() throws ContributionException {
		List<String> checked = new ArrayList<>();
		ContributionRegistry registry = ContributionRegistry.read();
		for (Contribution contribution : registry.all(ContributionKind.DISTANCE)) {
			for (Map<String, String> choice : choices(contribution.parameters())) {
				NamedDistance named = NamedDistance.of(registry, contribution.id(), choice);
				assertEquals(List.of(), violations(named.distance()), named.id() + " " + choice);
				assertTrue(!named.distance().definition().isBlank());
				checked.add(named.id());
			}
		}
		assertTrue(checked.containsAll(List.of("svcca", "cca", "pwcca", "procrustes", "cka", "rsa")), checked.toString());
	}

	/** The check would notice: distances that promise what they do not keep. */
	@Test
	void brokenPromisesAreFound() {
		assertEquals(List.of("LINEAR"), violations(promising(new CentredKernelAlignment(SimilarityForm.ONE_MINUS),
				DistanceProperties.of(true, false, Invariance.values()))));
		assertEquals(List.of("ORTHOGONAL"), violations(promising(new ProjectionWeightedCorrelation(true),
				DistanceProperties.of(true, false, Invariance.TRANSLATION, Invariance.ORTHOGONAL))));
		assertEquals(List.of("symmetric"), violations(promising(new ProjectionWeightedCorrelation(false),
				DistanceProperties.of(true, false))));
		assertEquals(List.of("metric"), violations(promising(new CentredKernelAlignment(SimilarityForm.ONE_MINUS),
				DistanceProperties.of(true, true))));
	}

	private static <P> StateDistance<P> promising(StateDistance<P> distance, DistanceProperties properties) {
		return new StateDistance<>() {
			@Override
			public P prepare(CentredStates states) {
				return distance.prepare(states);
			}

			@Override
			public double distance(P first, P second) {
				return distance.distance(first, second);
			}

			@Override
			public String definition() {
				return distance.definition();
			}

			@Override
			public DistanceProperties properties() {
				return properties;
			}
		};
	}

	/** The defaults, and each choice of each parameter in turn. */
	private static List<Map<String, String>> choices(List<ParameterDeclaration> declarations) {
		List<Map<String, String>> all = new ArrayList<>();
		all.add(Map.of());
		for (ParameterDeclaration declaration : declarations) {
			if (declaration.type() == ParameterType.CHOICE) {
				declaration.choices().forEach(choice -> all.add(Map.of(declaration.name(), choice)));
			} else if (declaration.name().equals("components")) {
				all.add(new HashMap<>(Map.of("components", "2")));
			}
		}
		return all;
	}

	private static <P> List<String> violations(StateDistance<P> distance) {
		List<String> violations = new ArrayList<>();
		DistanceProperties properties = distance.properties();
		List<double[][]> states = new ArrayList<>();
		for (int seed = 0; seed < 6; seed++) {
			states.add(Samples.states(90, 7, seed));
		}
		// Near to each other along a line of shapes, where the triangle inequality is sharpest.
		states.add(mixed(states.get(0), states.get(1), 0.5));
		states.add(mixed(states.get(0), states.get(1), 0.9));
		List<P> prepared = states.stream().map(s -> distance.prepare(CentredStates.of(s))).toList();
		double between = distance.distance(prepared.get(0), prepared.get(1));
		if (!(between > 1e-3) || !Double.isFinite(between)) {
			violations.add("no distance between different networks: " + between);
		}
		if (!(Math.abs(distance.distance(prepared.get(0), prepared.get(0))) < TOLERANCE)) {
			violations.add("zero");
		}
		for (Invariance invariance : properties.invariances()) {
			P changed = distance.prepare(CentredStates.of(changed(states.get(0), invariance)));
			if (!(Math.abs(distance.distance(changed, prepared.get(1)) - between) < TOLERANCE
					&& Math.abs(distance.distance(prepared.get(1), changed) - distance.distance(prepared.get(1), prepared.get(0))) < TOLERANCE)) {
				violations.add(invariance.name());
			}
		}
		double[][] d = prepared.stream().map(a -> prepared.stream().mapToDouble(b -> distance.distance(a, b)).toArray())
				.toArray(double[][]::new);
		boolean symmetric = true;
		boolean triangle = true;
		for (int a = 0; a < d.length; a++) {
			for (int b = 0; b < d.length; b++) {
				symmetric &= Math.abs(d[a][b] - d[b][a]) < TOLERANCE;
				for (int c = 0; c < d.length; c++) {
					triangle &= d[a][c] <= d[a][b] + d[b][c] + TOLERANCE;
				}
			}
		}
		if (properties.symmetric() && !symmetric) {
			violations.add("symmetric");
		}
		if (properties.metric() && !triangle) {
			violations.add("metric");
		}
		return violations;
	}

	private static double[][] mixed(double[][] a, double[][] b, double weight) {
		double[][] result = new double[a.length][a[0].length];
		for (int i = 0; i < a.length; i++) {
			for (int j = 0; j < a[0].length; j++) {
				result[i][j] = weight * a[i][j] + (1 - weight) * b[i][j];
			}
		}
		return result;
	}

	private static double[][] changed(double[][] states, Invariance invariance) {
		int units = states[0].length;
		return switch (invariance) {
		case TRANSLATION -> Samples.map(states, value -> value + 3.5);
		case SCALING -> Samples.map(states, value -> value * 0.01);
		case PERMUTATION -> {
			double[][] permutation = new double[units][units];
			for (int i = 0; i < units; i++) {
				permutation[i][(3 * i + 2) % units] = 1;
			}
			yield Samples.multiply(states, permutation);
		}
		case ORTHOGONAL -> Samples.multiply(states, Samples.orthogonal(units, 77));
		case LINEAR -> Samples.multiply(states, Samples.gaussian(units, units, 78));
		};
	}
}

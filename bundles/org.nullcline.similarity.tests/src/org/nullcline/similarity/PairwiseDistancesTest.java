package org.nullcline.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.distance.CentredStates;
import org.nullcline.core.distance.DistanceProperties;
import org.nullcline.core.distance.StateDistance;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.similarity.internal.Samples;

class PairwiseDistancesTest {

	/** More networks than fit into one block. */
	@Test
	void matrixIsThatOfThePairs() throws ContributionException {
		check(named("svcca", Map.of("components", "3")).distance());
		check(named("pwcca", Map.of("weights", "first")).distance());
	}

	private static <P> void check(StateDistance<P> distance) {
		List<P> networks = new ArrayList<>();
		for (int i = 0; i < 19; i++) {
			networks.add(distance.prepare(CentredStates.of(Samples.gaussian(40, 4, i))));
		}
		double[][] matrix = PairwiseDistances.of(distance, networks, new NullProgressMonitor());
		for (int i = 0; i < 19; i++) {
			for (int j = 0; j < 19; j++) {
				double mean = (distance.distance(networks.get(i), networks.get(j)) + distance.distance(networks.get(j), networks.get(i))) / 2;
				assertEquals(i == j ? 0 : mean, matrix[i][j], 1e-12);
				assertEquals(matrix[j][i], matrix[i][j]);
			}
		}
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class, () -> PairwiseDistances.of(distance, networks, cancelled));
	}

	/** What a plug-in's distance gives may be anything. */
	@Test
	void whatIsNoDistanceIsRefused() {
		List<Double> networks = List.of(1.0, 2.0, 3.0);
		String message = assertThrows(IllegalArgumentException.class,
				() -> PairwiseDistances.of(new Given(Double.NaN, 3), networks, new NullProgressMonitor())).getMessage();
		assertEquals("the distance 'a given number' gives NaN for two networks", message);
		String shape = assertThrows(IllegalArgumentException.class,
				() -> PairwiseDistances.of(new Given(1, 2), networks, new NullProgressMonitor())).getMessage();
		assertTrue(shape.endsWith("expected [3, 3], found [3, 2]"), shape);
	}

	private record Given(double value, int columns) implements StateDistance<Double> {

		@Override
		public Double prepare(CentredStates states) {
			return value;
		}

		@Override
		public double distance(Double first, Double second) {
			return value;
		}

		@Override
		public double[][] distances(List<Double> first, List<Double> second) {
			double[][] distances = new double[first.size()][columns];
			Arrays.stream(distances).forEach(row -> Arrays.fill(row, value));
			return distances;
		}

		@Override
		public String definition() {
			return "a given number";
		}

		@Override
		public DistanceProperties properties() {
			return DistanceProperties.of(true, false);
		}
	}

	@Test
	void unknownDistancesAndParametersAreNamed() {
		String unknown = assertThrows(IllegalArgumentException.class, () -> named("svd", Map.of())).getMessage();
		assertTrue(unknown.contains("'svd'") && unknown.contains("svcca"), unknown);
		String parameter = assertThrows(IllegalArgumentException.class, () -> named("cca", Map.of("components", "3"))).getMessage();
		assertTrue(parameter.contains("distance 'cca'") && parameter.contains("'components'"), parameter);
	}

	@Test
	void matrixCarriesItsDefinition() {
		double[][] values = { { 0, 1, 4 }, { 1, 0, 4 }, { 4, 4, 0 } };
		DistanceMatrix matrix = new DistanceMatrix(List.of("a", "b", "c"), values, "line", "difference");
		Labels labels = new Labels("kind", List.of("x", "x", "y"));
		assertEquals(3, matrix.mean());
		assertEquals(1, matrix.meanWithin(labels));
		assertEquals(4, matrix.meanBetween(labels));
		assertEquals(1, matrix.normalised().mean(), 1e-15);
		assertTrue(matrix.normalised().definition().startsWith("difference, divided"));
		assertEquals(List.of("c", "a"), matrix.ordered(new int[] { 2, 0 }).names());
		assertEquals(4, matrix.ordered(new int[] { 2, 0 }).values()[0][1]);
		assertThrows(IllegalArgumentException.class, () -> new DistanceMatrix(List.of("a", "a", "c"), values, "line", "difference"));
		assertThrows(IllegalArgumentException.class, () -> new DistanceMatrix(List.of("a", "b"), values, "line", "difference"));
	}

	@Test
	void labelsOfNetworks() {
		List<Subject> subjects = List.of(subject("a", 128, Map.of("nonlinearity", "tanh")), subject("a", 64, Map.of()));
		List<Labels> labels = Labels.of(subjects);
		assertEquals(List.of("architecture", "units", "nonlinearity"), labels.stream().map(Labels::name).toList());
		assertEquals(List.of("64", "128"), labels.get(1).names(), "numbers by size");
		assertEquals(List.of("tanh", "none"), labels.get(2).values());
		assertEquals(List.of("units"), Labels.varying(subjects).stream().map(Labels::name).toList(), "one follows from the other");
	}

	/** An initial gain that goes with architecture and nonlinearity, and a variant that one architecture has, are no axes. */
	@Test
	void whatFollowsFromOtherLabelsIsLeftOut() {
		List<Subject> subjects = new ArrayList<>();
		for (String architecture : List.of("vanilla", "gru", "lstm")) {
			for (String nonlinearity : List.of("relu", "tanh")) {
				boolean near = architecture.equals("vanilla") && nonlinearity.equals("relu");
				Map<String, String> properties = new TreeMap<>(
						Map.of("nonlinearity", nonlinearity, "initialization", near ? "near-identity" : "orthogonal", "l2", "1e-5"));
				if (architecture.equals("gru")) {
					properties.put("variant", "reset-before");
				}
				subjects.add(subject(architecture, 64, properties));
				subjects.add(subject(architecture, 64, properties));
			}
		}
		assertEquals(List.of("architecture", "nonlinearity"), Labels.varying(subjects).stream().map(Labels::name).toList());
	}

	private static Subject subject(String architecture, int units, Map<String, String> properties) {
		return new Subject(architecture + units, architecture, units, 0, 0.1, properties, null);
	}

	private static NamedDistance named(String id, Map<String, String> parameters) throws ContributionException {
		return NamedDistance.of(ContributionRegistry.read(), id, parameters);
	}
}

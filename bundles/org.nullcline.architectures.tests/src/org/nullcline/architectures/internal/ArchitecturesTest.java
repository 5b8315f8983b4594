package org.nullcline.architectures.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;

/** The four architectures as studies see them: identifiers, defaults and what each parameter does. */
class ArchitecturesTest {

	@Test
	void defaults() throws ContributionException {
		assertEquals(new VanillaCell(2, 5, CellOptions.DEFAULT), cell("vanilla", Map.of()));
		assertEquals(new UgrnnCell(2, 5, CellOptions.DEFAULT, 1), cell("ugrnn", Map.of()));
		assertEquals(new GruCell(2, 5, CellOptions.DEFAULT, true, 1), cell("gru", Map.of()));
		assertEquals(new LstmCell(2, 5, CellOptions.DEFAULT, 1), cell("lstm", Map.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "vanilla", "ugrnn", "gru", "lstm" })
	void parametersOfAllArchitectures(String id) throws ContributionException {
		Cell cell = cell(id, Map.of("nonlinearity", "relu", "biases", "false", "leak", "0.2", "initialization",
				"near-identity", "recurrent-gain", "1", "density", "0.1"));
		assertEquals(new CellOptions(Nonlinearity.RELU, false, 0.2, RecurrentInitialization.NEAR_IDENTITY, 1, 0.1, 0),
				options(cell));
	}

	@ParameterizedTest
	@ValueSource(strings = { "vanilla", "ugrnn", "gru", "lstm" })
	void everyChoiceIsUnderstood(String id) throws ContributionException {
		for (ParameterDeclaration parameter : contribution(id).parameters()) {
			for (String choice : parameter.choices()) {
				cell(id, Map.of(parameter.name(), choice));
			}
		}
		for (Nonlinearity nonlinearity : Nonlinearity.values()) {
			assertEquals(nonlinearity, options(cell(id, Map.of("nonlinearity", nonlinearity.word()))).nonlinearity());
		}
		for (RecurrentInitialization initialization : RecurrentInitialization.values()) {
			assertEquals(initialization,
					options(cell(id, Map.of("initialization", initialization.word()))).initialization());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "vanilla", "ugrnn", "gru", "lstm" })
	void layers(String id) throws ContributionException {
		List<Cell> layers = ((StackedCell) cell(id, Map.of("layers", "3"))).layers();
		assertEquals(List.of(2, 5, 5), layers.stream().map(Cell::inputs).toList());
		assertEquals(List.of(0, 1, 2), layers.stream().map(layer -> options(layer).layer()).toList());
	}

	@Test
	void parametersOfOneArchitecture() throws ContributionException {
		assertEquals(new UgrnnCell(2, 5, CellOptions.DEFAULT, 0.5), cell("ugrnn", Map.of("forget-bias", "0.5")));
		assertEquals(new GruCell(2, 5, CellOptions.DEFAULT, false, 0.5),
				cell("gru", Map.of("variant", "reset-before", "update-bias", "0.5")));
		assertEquals(new LstmCell(2, 5, CellOptions.DEFAULT, 0.5), cell("lstm", Map.of("forget-bias", "0.5")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "leak", "density" })
	void fractionsAreAboveZero(String name) {
		ParameterDeclaration parameter = contribution("gru").parameters().stream()
				.filter(p -> p.name().equals(name)).findFirst().orElseThrow();
		assertTrue(parameter.problem("0").isPresent());
		assertTrue(parameter.problem("1.01").isPresent());
		assertTrue(parameter.problem("0.001").isEmpty());
	}

	private static CellOptions options(Cell layer) {
		return ((RecurrentLayer) layer).options();
	}

	private static Contribution contribution(String id) {
		return ContributionRegistry.read().find(ContributionKind.ARCHITECTURE, id).orElseThrow();
	}

	private static Cell cell(String id, Map<String, String> values) throws ContributionException {
		Contribution contribution = contribution(id);
		return contribution.instantiate(Architecture.class).create(2, 5, Parameters.of(contribution.parameters(), values));
	}
}

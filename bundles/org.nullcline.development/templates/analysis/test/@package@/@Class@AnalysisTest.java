package @package@;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;

/** The participation ratio, where it is known. */
class @Class@AnalysisTest {

	@Test
	void theDeclarationIsValid() {
		Contribution contribution = ContributionRegistry.read().find(ContributionKind.ANALYSIS, "@short@-analysis").orElseThrow();
		assertEquals(Optional.empty(), contribution.problem());
	}

	@Test
	void statesOnALineHaveOneDimension() {
		double[] states = { 1, 2, 2, 4, 3, 6, 4, 8 };
		assertEquals(1, StateMoments.of(states, 2, 2, 2).participationRatio(new int[] { 0, 1 }), 1e-12);
	}

	@Test
	void statesThatVaryAlikeInAllDirectionsHaveAllDimensions() {
		double[] states = { 1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1 };
		assertEquals(3, StateMoments.of(states, 6, 1, 3).participationRatio(new int[] { 0, 1, 2, 3, 4, 5 }), 1e-12);
	}
}

package org.nullcline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

/** A rule that never fails proves nothing: every violation is found in made-up manifests. */
class DependencyRulesTest {

	@Test
	void findsNothingWhereAllIsWell() throws IOException {
		assertEquals(List.of(), violations("""
				Bundle-SymbolicName: org.nullcline.core;singleton:=true
				Require-Bundle: org.eclipse.core.runtime;bundle-version="[3.30,4)",
				 org.nullcline.model;visibility:=reexport
				Export-Package: org.nullcline.core.task;uses:="org.nd4j.linalg,org.nullcline.core.random"
				""", """
				Bundle-SymbolicName: org.nullcline.tasks.memory;singleton:=true
				Require-Bundle: org.nullcline.core
				""", """
				Bundle-SymbolicName: org.nullcline.ui;singleton:=true
				Require-Bundle: org.eclipse.ui, org.nullcline.core, org.nullcline.charts
				"""));
	}

	@Test
	void findsDependenciesThatPointUpwards() throws IOException {
		assertEquals(List.of("org.nullcline.core needs org.nullcline.trainer, which is not below it"), violations("""
				Bundle-SymbolicName: org.nullcline.core;singleton:=true
				Require-Bundle: org.nullcline.model, org.nullcline.trainer;bundle-version="[1,2)"
				"""));
		assertEquals(List.of("org.nullcline.runs needs org.nullcline.trainer, which is not below it"), violations("""
				Bundle-SymbolicName: org.nullcline.trainer
				Require-Bundle: org.nullcline.runs
				Export-Package: org.nullcline.trainer;version="1.0"
				""", """
				Bundle-SymbolicName: org.nullcline.runs
				Import-Package: org.nullcline.trainer;version="[1.0,2)"
				"""));
	}

	@Test
	void findsDependenciesWithinARoom() throws IOException {
		assertEquals(List.of("org.nullcline.model.edit needs org.nullcline.linearalgebra, which is not below it"), violations("""
				Bundle-SymbolicName: org.nullcline.model.edit
				Require-Bundle: org.nullcline.linearalgebra
				"""));
	}

	@Test
	void findsDependenciesOnContributionsAndApplications() throws IOException {
		assertEquals(List.of("org.nullcline.report needs org.nullcline.analysis.representation, on which nobody may depend",
				"org.nullcline.ui needs org.nullcline.app, on which nobody may depend"), violations("""
						Bundle-SymbolicName: org.nullcline.report
						Require-Bundle: org.nullcline.core, org.nullcline.analysis.representation
						""", """
						Bundle-SymbolicName: org.nullcline.ui
						Require-Bundle: org.nullcline.app
						"""));
	}

	@Test
	void findsBundlesWithoutARoom() throws IOException {
		assertEquals(List.of("org.nullcline.attic has no room among those of DependencyRules",
				"org.nullcline.core needs org.nullcline.attic, which has no room"), violations("""
						Bundle-SymbolicName: org.nullcline.attic
						""", """
						Bundle-SymbolicName: org.nullcline.core
						Require-Bundle: org.nullcline.attic
						"""));
	}

	@Test
	void findsWindowsWhereThereMayBeNone() throws IOException {
		assertEquals(List.of("org.nullcline.figures may not see windows, but needs org.eclipse.swt",
				"org.nullcline.figures may not see windows, but needs org.eclipse.jface.resource",
				"org.nullcline.app may not see windows, but needs org.eclipse.ui.workbench"), violations("""
						Bundle-SymbolicName: org.nullcline.figures
						Require-Bundle: org.eclipse.swt
						Import-Package: org.eclipse.jface.resource
						""", """
						Bundle-SymbolicName: org.nullcline.app
						Require-Bundle: org.eclipse.ui.workbench;resolution:=optional
						""", """
						Bundle-SymbolicName: org.nullcline.charts
						Require-Bundle: org.eclipse.swt, org.nullcline.figures
						"""));
	}

	@Test
	void findsWaysAroundTheNd4jBundle() throws IOException {
		assertEquals(List.of(
				"org.nullcline.trainer imports org.nd4j.linalg.factory instead of requiring org.nullcline.nd4j",
				"org.nullcline.trainer needs nd4j-api instead of org.nullcline.nd4j",
				"org.nullcline.trainer embeds lib/openblas-linux-x86_64.jar",
				"org.nullcline.trainer imports packages dynamically, so that its dependencies cannot be told"), violations("""
						Bundle-SymbolicName: org.nullcline.trainer
						Require-Bundle: nd4j-api, org.nullcline.nd4j
						Import-Package: org.nd4j.linalg.factory
						DynamicImport-Package: *
						Bundle-ClassPath: ., lib/openblas-linux-x86_64.jar
						"""));
	}

	@Test
	void findsExportedInternals() throws IOException {
		assertEquals(List.of("org.nullcline.runs exports the internal package org.nullcline.runs.internal.index"), violations("""
				Bundle-SymbolicName: org.nullcline.runs
				Export-Package: org.nullcline.runs, org.nullcline.runs.internal.index;x-friends:="org.nullcline.ui"
				"""));
	}

	@Test
	void leavesTestsAlone() throws IOException {
		assertEquals(List.of(), violations("""
				Bundle-SymbolicName: org.nullcline.core.tests
				Fragment-Host: org.nullcline.core
				Require-Bundle: org.nullcline.tasks.memory
				"""));
	}

	private static List<String> violations(String... manifests) throws IOException {
		List<BundleManifest> parsed = new ArrayList<>();
		for (String manifest : Arrays.asList(manifests)) {
			parsed.add(BundleManifest.parse("Manifest-Version: 1.0\n" + manifest));
		}
		return DependencyRules.violations(parsed);
	}
}

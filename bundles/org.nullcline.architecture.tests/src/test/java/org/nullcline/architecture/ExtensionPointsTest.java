package org.nullcline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * The extension points are documented, and built-in contributions use them as strangers do: what a built-in declares is
 * what the public schema permits.
 */
class ExtensionPointsTest {

	private static final Set<String> POINTS = Set.of("tasks", "architectures", "objectives", "optimizers",
			"regularizers", "hooks", "analyses", "distances", "figures", "importers", "exporters", "recipes");
	/** Points whose contributions are data. */
	private static final Set<String> WITHOUT_CLASS = Set.of("recipes");
	private static final Path CORE = SourceTree.root().resolve("bundles/org.nullcline.core");
	private static final Path EXAMPLES = SourceTree.root().resolve("bundles/org.nullcline.examples");

	@Test
	void thereAreNoOtherPublicPointsAndEachHasASchema() throws IOException {
		Map<String, String> schemas = new HashMap<>();
		for (Element point : SourceTree.children(SourceTree.xml(CORE.resolve("plugin.xml")), "extension-point")) {
			schemas.put(point.getAttribute("id"), point.getAttribute("schema"));
		}
		assertEquals(POINTS, schemas.keySet());
		for (Map.Entry<String, String> schema : schemas.entrySet()) {
			assertEquals("schema/" + schema.getKey() + ".exsd", schema.getValue());
			assertTrue(Files.exists(CORE.resolve(schema.getValue())), schema.getValue() + " is missing");
		}
	}

	@Test
	void everythingInASchemaIsDocumented() throws IOException {
		for (String point : POINTS) {
			Element schema = SourceTree.xml(CORE.resolve("schema/" + point + ".exsd"));
			for (Element element : elements(schema).values()) {
				assertDocumented(point, element);
				for (Element attribute : attributes(element).values()) {
					assertDocumented(point + ", " + element.getAttribute("name"), attribute);
				}
			}
			List<String> sections = new ArrayList<>();
			for (Element annotation : SourceTree.children(schema, "annotation")) {
				var kinds = annotation.getElementsByTagName("meta.section");
				if (kinds.getLength() > 0) {
					sections.add(((Element) kinds.item(0)).getAttribute("type"));
				}
			}
			assertTrue(sections.containsAll(List.of("since", "examples", "apiinfo", "implementation")),
					point + " documents " + sections + " only");
		}
	}

	/** The contract that a schema names is the one that a class is checked against when it is loaded. */
	@Test
	void theContractsOfTheSchemasExist() throws IOException {
		String kinds = Files.readString(CORE.resolve("src/org/nullcline/core/registry/ContributionKind.java"));
		for (String point : POINTS) {
			if (WITHOUT_CLASS.contains(point)) {
				continue;
			}
			Element schema = SourceTree.xml(CORE.resolve("schema/" + point + ".exsd"));
			Element type = attributes(elements(schema).get(singular(schema))).get("class");
			Element meta = (Element) type.getElementsByTagName("meta.attribute").item(0);
			String contract = meta.getAttribute("basedOn").replaceFirst("^:", "");
			assertTrue(kinds.contains('"' + singular(schema) + "\", \"" + point + "\", " + contract + ".class"),
					point + ": the registry expects another contract than " + contract);
			assertTrue(Files.exists(CORE.resolve("src/" + contract.replace('.', '/') + ".java")), contract + " does not exist");
		}
	}

	@Test
	void contributionsKeepToTheSchemas() throws IOException {
		List<String> problems = new ArrayList<>();
		Set<String> identifiers = new HashSet<>();
		int contributions = 0;
		List<Path> folders = new ArrayList<>(SourceTree.bundleFolders());
		for (Path file : SourceTree.files(EXAMPLES, "plugin.xml")) {
			folders.add(file.getParent());
		}
		for (Path folder : folders) {
			for (Element extension : extensions(folder)) {
				String point = extension.getAttribute("point").replaceFirst("^org\\.nullcline\\.core\\.", "");
				if (!POINTS.contains(point)) {
					continue;
				}
				Map<String, Element> known = elements(SourceTree.xml(CORE.resolve("schema/" + point + ".exsd")));
				known.putAll(elements(SourceTree.xml(CORE.resolve("schema/parameters.exsd"))));
				for (Element contribution : SourceTree.children(extension, "*")) {
					contributions++;
					String where = folder.getFileName() + ", " + contribution.getAttribute("id");
					check(contribution, known, where, problems);
					if (!identifiers.add(point + "/" + contribution.getAttribute("id"))) {
						problems.add(where + ": the identifier is taken");
					}
					String type = contribution.getAttribute("class");
					if (!WITHOUT_CLASS.contains(point) && !Files.exists(folder.resolve("src/" + type.replace('.', '/') + ".java"))) {
						problems.add(where + ": there is no source of the class " + type);
					}
					if (contribution.getAttribute("description").isBlank()) {
						problems.add(where + ": has no description");
					}
					for (Element parameter : SourceTree.children(contribution, "parameter")) {
						if (parameter.getAttribute("documentation").isBlank()) {
							problems.add(where + ": parameter " + parameter.getAttribute("name") + " has no documentation");
						}
					}
				}
			}
		}
		assertTrue(problems.isEmpty(), () -> "\n" + String.join("\n", problems));
		assertTrue(contributions >= 8, "only " + contributions + " contributions were found");
	}

	/** What a built-in could do through a door of its own, a stranger could not. */
	@Test
	void contributingBundlesUseThePublicPointsOnly() throws IOException {
		Set<String> permitted = POINTS.stream().map(point -> "org.nullcline.core." + point).collect(Collectors.toSet());
		for (Path folder : SourceTree.bundleFolders()) {
			String name = folder.getFileName().toString();
			if (name.matches("org\\.nullcline\\.(architectures|trainer|runs|similarity|tasks\\..*|analysis\\..*)") && !name.endsWith(".tests")) {
				for (Element extension : extensions(folder)) {
					assertTrue(permitted.contains(extension.getAttribute("point")),
							name + " extends " + extension.getAttribute("point"));
				}
				if (Files.exists(folder.resolve("plugin.xml"))) {
					assertEquals(List.of(), SourceTree.children(SourceTree.xml(folder.resolve("plugin.xml")), "extension-point"), name);
				}
			}
		}
	}

	/** The checks above would notice: a declaration with every kind of mistake. */
	@Test
	void mistakesAreFound(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("plugin.xml"), """
				<task id="x" colour="red" class="org.example.X">
				   <parameter name="p" type="complex"/>
				   <parameter type="real"/>
				   <option/>
				</task>
				""");
		Map<String, Element> known = elements(SourceTree.xml(CORE.resolve("schema/tasks.exsd")));
		known.putAll(elements(SourceTree.xml(CORE.resolve("schema/parameters.exsd"))));
		List<String> problems = new ArrayList<>();
		check(SourceTree.xml(file), known, "x", problems);
		assertEquals(List.of("x: <task> lacks the attribute name", "x: <task> has the unknown attribute colour",
				"x: type of <parameter> is complex, not one of [integer, real, boolean, choice, text]",
				"x: <parameter> lacks the attribute name", "x: <option> is unknown"), problems);
	}

	private static List<Element> extensions(Path folder) throws IOException {
		Path file = folder.resolve("plugin.xml");
		return Files.exists(file) ? SourceTree.children(SourceTree.xml(file), "extension") : List.of();
	}

	private static void check(Element element, Map<String, Element> known, String where, List<String> problems) {
		Element declaration = known.get(element.getTagName());
		if (declaration == null) {
			problems.add(where + ": <" + element.getTagName() + "> is unknown");
			return;
		}
		Map<String, Element> attributes = attributes(declaration);
		attributes.forEach((name, attribute) -> {
			if (attribute.getAttribute("use").equals("required") && !element.hasAttribute(name)) {
				problems.add(where + ": <" + element.getTagName() + "> lacks the attribute " + name);
			}
		});
		for (int i = 0; i < element.getAttributes().getLength(); i++) {
			String name = element.getAttributes().item(i).getNodeName();
			if (!attributes.containsKey(name)) {
				problems.add(where + ": <" + element.getTagName() + "> has the unknown attribute " + name);
				continue;
			}
			List<String> permitted = new ArrayList<>();
			var values = attributes.get(name).getElementsByTagName("enumeration");
			for (int v = 0; v < values.getLength(); v++) {
				permitted.add(((Element) values.item(v)).getAttribute("value"));
			}
			if (!permitted.isEmpty() && !permitted.contains(element.getAttribute(name))) {
				problems.add(where + ": " + name + " of <" + element.getTagName() + "> is " + element.getAttribute(name)
						+ ", not one of " + permitted);
			}
		}
		SourceTree.children(element, "*").forEach(child -> check(child, known, where, problems));
	}

	private static Map<String, Element> elements(Element schema) {
		Map<String, Element> elements = new LinkedHashMap<>();
		SourceTree.children(schema, "element").forEach(element -> elements.put(element.getAttribute("name"), element));
		return elements;
	}

	private static Map<String, Element> attributes(Element element) {
		Map<String, Element> attributes = new LinkedHashMap<>();
		for (Element type : SourceTree.children(element, "complexType")) {
			SourceTree.children(type, "attribute").forEach(a -> attributes.put(a.getAttribute("name"), a));
		}
		return attributes;
	}

	/** The element that stands for one contribution: the one that is not the extension itself. */
	private static String singular(Element schema) {
		Map<String, Element> elements = elements(schema);
		elements.remove("extension");
		return elements.keySet().stream().filter(name -> attributes(elements.get(name)).containsKey("class")).findFirst()
				.orElseGet(() -> elements.keySet().iterator().next());
	}

	private static void assertDocumented(String where, Element declaration) {
		var documentation = declaration.getElementsByTagName("documentation");
		String text = documentation.getLength() == 0 ? "" : documentation.item(0).getTextContent();
		assertFalse(text.isBlank(), where + ": " + declaration.getAttribute("name") + " is not documented");
	}
}

package org.nullcline.core.study;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;
import org.nullcline.model.ModelPackage;
import org.nullcline.model.Study;

/** Reads and writes study files: XMI, one study each, extension {@code .nullcline}. */
public final class StudyFiles {

	/** The extension of study files, without the dot. */
	public static final String EXTENSION = "nullcline";

	/** How study files are read: without document type, hence without access to other files. */
	public static final Map<Object, Object> LOAD_OPTIONS = Map.of(XMLResource.OPTION_PARSER_FEATURES,
			Map.of("http://apache.org/xml/features/disallow-doctype-decl", true));

	/** How study files are written. */
	public static final Map<Object, Object> SAVE_OPTIONS = Map.of(XMLResource.OPTION_ENCODING, "UTF-8",
			XMLResource.OPTION_LINE_WIDTH, 120, Resource.OPTION_LINE_DELIMITER, "\n", XMLResource.OPTION_KEEP_DEFAULT_CONTENT,
			true);

	private StudyFiles() {
	}

	/**
	 * Reads a study.
	 *
	 * @throws InvalidStudyException naming file and line, if it cannot be read
	 */
	public static Study read(Path file) throws InvalidStudyException {
		return read(content(file), file.toString());
	}

	/**
	 * Reads a study.
	 *
	 * @param name how messages call the source
	 */
	public static Study read(byte[] content, String name) throws InvalidStudyException {
		return load(content, name, Study.class, "study");
	}

	/** The content of a file of the model. */
	static byte[] content(Path file) throws InvalidStudyException {
		if (Files.isDirectory(file)) {
			throw new InvalidStudyException(List.of(file + ": is a folder, not a study file"));
		}
		try {
			return Files.readAllBytes(file);
		} catch (java.nio.file.NoSuchFileException e) {
			throw new InvalidStudyException(List.of(file + ": no such file"));
		} catch (IOException e) {
			throw new InvalidStudyException(List.of(file + ": cannot be read: " + e.getMessage()));
		}
	}

	/** The only root of a file of the model. */
	static <T extends EObject> T load(byte[] content, String name, Class<T> type, String kind) throws InvalidStudyException {
		Resource resource = resource();
		try {
			resource.load(new ByteArrayInputStream(content), LOAD_OPTIONS);
		} catch (IOException | RuntimeException e) {
			// The details are in the errors of the resource.
			if (resource.getErrors().isEmpty()) {
				throw new InvalidStudyException(List.of(name + ": is not a " + kind + " file: " + e.getMessage()));
			}
		}
		if (!resource.getErrors().isEmpty()) {
			throw new InvalidStudyException(StudyFileErrors.describe(resource.getErrors(), name, kind));
		}
		if (resource.getContents().size() != 1 || !type.isInstance(resource.getContents().get(0))) {
			throw new InvalidStudyException(List.of(name + ": does not hold exactly one " + kind));
		}
		T root = type.cast(resource.getContents().get(0));
		resource.getContents().clear();
		return root;
	}

	/** The study as the text of a study file. */
	public static byte[] write(Study study) {
		return save(study);
	}

	/** The text of a file of the model. */
	static byte[] save(EObject root) {
		Resource resource = resource();
		resource.getContents().add(EcoreUtil.copy(root));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			resource.save(out, SAVE_OPTIONS);
		} catch (IOException e) {
			throw new IllegalStateException("writing to memory does not fail", e);
		}
		return out.toByteArray();
	}

	/** Whether two studies are the same in every setting. */
	public static boolean equal(Study one, Study other) {
		return EcoreUtil.equals((EObject) one, (EObject) other);
	}

	/** The first setting in which two studies differ, with both values; nothing if they are equal. */
	public static Optional<String> difference(Study before, Study now) {
		return StudyDifference.first((EObject) before, (EObject) now);
	}

	private static Resource resource() {
		// A file may name others (xsi:schemaLocation, href), near or far: none of them is ever looked at.
		ResourceSet resources = new ResourceSetImpl() {

			@Override
			public Resource getResource(URI uri, boolean loadOnDemand) {
				if (loadOnDemand) {
					throw new IllegalArgumentException("a study file cannot refer to another file: " + uri);
				}
				return super.getResource(uri, false);
			}
		};
		resources.getPackageRegistry().put(ModelPackage.eNS_URI, ModelPackage.eINSTANCE);
		resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put(EXTENSION, new XMIResourceFactoryImpl());
		return resources.createResource(URI.createURI("study." + EXTENSION));
	}
}

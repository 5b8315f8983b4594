package org.nullcline.modelgenerator;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.generator.GeneratorAdapterFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;

/**
 * Generates Java code from an EMF generator model, without a workspace.
 * <p>
 * Arguments: {@code model|edit}, the {@code .genmodel} file, then one {@code /project=folder} pair for each project that
 * the generator model writes to.
 */
public final class GenerateModel {

	private GenerateModel() {
	}

	public static void main(String[] arguments) throws Exception {
		if (arguments.length < 3) {
			throw new IllegalArgumentException("usage: model|edit FILE.genmodel /project=folder ...");
		}
		Object projectType = switch (arguments[0]) {
		case "model" -> GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE;
		case "edit" -> GenBaseGeneratorAdapter.EDIT_PROJECT_TYPE;
		default -> throw new IllegalArgumentException("neither model nor edit: " + arguments[0]);
		};
		for (int i = 2; i < arguments.length; i++) {
			String[] pair = arguments[i].split("=", 2);
			Path folder = Path.of(pair[1]).toAbsolutePath().normalize();
			Files.createDirectories(folder);
			EcorePlugin.getPlatformResourceMap().put(pair[0].substring(1), URI.createFileURI(folder + "/"));
		}
		GeneratorAdapterFactory.Descriptor.Registry.INSTANCE.addDescriptor(GenModelPackage.eNS_URI,
				GenModelGeneratorAdapterFactory.DESCRIPTOR);

		ResourceSet resources = new ResourceSetImpl();
		resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put(Resource.Factory.Registry.DEFAULT_EXTENSION,
				new XMIResourceFactoryImpl());
		resources.getPackageRegistry().put(GenModelPackage.eNS_URI, GenModelPackage.eINSTANCE);
		resources.getURIConverter().getURIMap().putAll(EcorePlugin.computePlatformURIMap(false));
		URI file = URI.createFileURI(Path.of(arguments[1]).toAbsolutePath().normalize().toString());
		GenModel model = (GenModel) resources.getResource(file, true).getContents().get(0);
		model.reconcile();
		model.setCanGenerate(true);
		model.setValidateModel(true);

		Generator generator = new Generator();
		generator.setInput(model);
		Diagnostic result = generator.generate(model, projectType, new BasicMonitor());
		if (result.getSeverity() >= Diagnostic.WARNING) {
			report(result, "");
			throw new IllegalStateException("EMF code generation failed for " + file);
		}
	}

	private static void report(Diagnostic diagnostic, String indent) {
		System.err.println(indent + diagnostic.getMessage());
		if (diagnostic.getException() != null) {
			System.err.println(indent + diagnostic.getException());
		}
		diagnostic.getChildren().forEach(child -> report(child, indent + "  "));
	}
}

package org.nullcline.plugintests;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.ExceptionsAttribute;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * What other plug-ins can see of packages: every public and protected type, method and field, by a name that stays the same as
 * long as compiled code finds it, with the words that say how it may be used.
 */
final class ApiSignatures {

	private final Map<String, ClassModel> classes = new HashMap<>();
	private final Set<String> packages;

	private ApiSignatures(Set<String> packages) {
		this.packages = packages;
	}

	/** The signatures of packages in jars. */
	static SortedMap<String, String> of(List<Path> jars, Set<String> packages) throws IOException {
		ApiSignatures signatures = new ApiSignatures(packages);
		for (Path jar : jars) {
			try (JarFile file = new JarFile(jar.toFile())) {
				for (JarEntry entry : file.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
					try (InputStream in = file.getInputStream(entry)) {
						signatures.add(in.readAllBytes());
					}
				}
			}
		}
		return signatures.all();
	}

	/** The signatures of packages of class files. */
	static SortedMap<String, String> of(Iterable<byte[]> classFiles, Set<String> packages) {
		ApiSignatures signatures = new ApiSignatures(packages);
		classFiles.forEach(signatures::add);
		return signatures.all();
	}

	private void add(byte[] classFile) {
		ClassModel model = ClassFile.of().parse(classFile);
		String name = model.thisClass().asInternalName().replace('/', '.');
		if (packages.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
			classes.put(name, model);
		}
	}

	private SortedMap<String, String> all() {
		SortedMap<String, String> all = new TreeMap<>();
		classes.forEach((name, model) -> {
			if (visible(name)) {
				describe(name, model, all);
			}
		});
		return all;
	}

	/** Public or protected itself, and so everything around it. */
	private boolean visible(String name) {
		ClassModel model = classes.get(name);
		Set<AccessFlag> flags = flags(model);
		int around = name.lastIndexOf('$');
		return (flags.contains(AccessFlag.PUBLIC) || flags.contains(AccessFlag.PROTECTED))
				&& (around < 0 || classes.containsKey(name.substring(0, around)) && visible(name.substring(0, around)));
	}

	/** Of a nested class, those that its source gives it. */
	private static Set<AccessFlag> flags(ClassModel model) {
		for (InnerClassInfo info : model.findAttribute(Attributes.innerClasses()).map(InnerClassesAttribute::classes)
				.orElse(List.of())) {
			if (info.innerClass().equals(model.thisClass())) {
				return info.flags();
			}
		}
		return model.flags().flags();
	}

	private static void describe(String name, ClassModel model, SortedMap<String, String> all) {
		List<String> words = new ArrayList<>();
		words.add(words(flags(model)));
		model.superclass().map(type -> type.asInternalName()).filter(type -> !type.startsWith("java/lang/"))
				.ifPresent(type -> words.add("extends " + type.replace('/', '.')));
		if (!model.interfaces().isEmpty()) {
			words.add(model.interfaces().stream().map(type -> type.asInternalName().replace('/', '.')).sorted()
					.collect(Collectors.joining(", ", "implements ", "")));
		}
		model.findAttribute(Attributes.permittedSubclasses()).map(PermittedSubclassesAttribute::permittedSubclasses)
				.ifPresent(types -> words.add(types.stream().map(type -> type.asInternalName().replace('/', '.')).sorted()
						.collect(Collectors.joining(", ", "permits ", ""))));
		model.findAttribute(Attributes.signature()).map(SignatureAttribute::signature)
				.ifPresent(signature -> words.add(signature.stringValue()));
		all.put(name, String.join(" ", words));
		boolean closed = model.flags().has(AccessFlag.FINAL) || model.findAttribute(Attributes.permittedSubclasses()).isPresent();
		model.methods().stream().filter(method -> open(method.flags().flags(), closed)).forEach(method -> all.put(
				name + "#" + method.methodName().stringValue() + method.methodType().stringValue(),
				(words(method.flags().flags()) + method.findAttribute(Attributes.signature())
						.map(signature -> " " + signature.signature().stringValue()).orElse("")
						+ method.findAttribute(Attributes.exceptions()).map(ExceptionsAttribute::exceptions)
								.map(types -> types.stream().map(type -> type.asInternalName().replace('/', '.')).sorted()
										.collect(Collectors.joining(", ", " throws ", "")))
								.orElse("")).strip()));
		model.fields().stream().filter(field -> open(field.flags().flags(), closed)).forEach(field -> all.put(
				name + "#" + field.fieldName().stringValue(),
				words(field.flags().flags()) + " " + field.fieldType().stringValue() + field.findAttribute(Attributes.signature())
						.map(signature -> " " + signature.signature().stringValue()).orElse("")));
	}

	/** A protected member can be used where its class can be extended. */
	private static boolean open(Set<AccessFlag> flags, boolean closed) {
		return !flags.contains(AccessFlag.SYNTHETIC) && !flags.contains(AccessFlag.BRIDGE)
				&& (flags.contains(AccessFlag.PUBLIC) || flags.contains(AccessFlag.PROTECTED) && !closed);
	}

	private static String words(Set<AccessFlag> flags) {
		Set<String> words = new LinkedHashSet<>();
		for (AccessFlag flag : List.of(AccessFlag.PUBLIC, AccessFlag.PROTECTED, AccessFlag.STATIC, AccessFlag.ABSTRACT,
				AccessFlag.FINAL, AccessFlag.INTERFACE, AccessFlag.ENUM)) {
			if (flags.contains(flag)) {
				words.add(flag.name().toLowerCase(java.util.Locale.ROOT));
			}
		}
		return String.join(" ", words);
	}
}

package org.nullcline.development.live;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Set;

/**
 * Loads what a class names. The virtual machine looks for such classes when they are first used; the class loader of a plug-in that has
 * been replaced does not find them any more.
 */
final class LinkedClasses {

	private LinkedClasses() {
	}

	/**
	 * Lets a class loader remember all classes that a class file names. Those that it does not find are left out: whether they are ever
	 * used, nobody knows.
	 */
	static void link(ClassLoader loader, byte[] classFile) {
		for (String name : names(classFile)) {
			try {
				// Unlike a call of the loader itself, this has the virtual machine remember the answer.
				Class.forName(name, false, loader);
			} catch (ClassNotFoundException | LinkageError e) {
				// An optional import, for example.
			}
		}
	}

	/** Binary names of the classes in the constant pool. */
	static Set<String> names(byte[] classFile) {
		Set<String> names = new HashSet<>();
		for (PoolEntry entry : ClassFile.of().parse(classFile).constantPool()) {
			switch (entry) {
			case ClassEntry type -> add(type.asSymbol(), names);
			case NameAndTypeEntry member -> addAll(member.type().stringValue(), names);
			case MethodTypeEntry type -> addAll(type.descriptor().stringValue(), names);
			default -> {
				// Numbers, texts, and what consists of the others.
			}
			}
		}
		return names;
	}

	private static void addAll(String descriptor, Set<String> names) {
		if (descriptor.startsWith("(")) {
			MethodTypeDesc method = MethodTypeDesc.ofDescriptor(descriptor);
			method.parameterList().forEach(parameter -> add(parameter, names));
			add(method.returnType(), names);
		} else {
			add(ClassDesc.ofDescriptor(descriptor), names);
		}
	}

	private static void add(ClassDesc type, Set<String> names) {
		ClassDesc element = type;
		while (element.isArray()) {
			element = element.componentType();
		}
		if (element.isClassOrInterface()) {
			String descriptor = element.descriptorString();
			names.add(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'));
		}
	}
}

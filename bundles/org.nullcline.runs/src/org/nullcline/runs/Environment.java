package org.nullcline.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.core.runtime.Platform;
import org.nullcline.linearalgebra.NativeRuntime;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** On what a study was executed: part of the provenance of every run. */
public final class Environment {

	private Environment() {
	}

	/** Program, Java, operating system, processor and native libraries, by name. */
	public static Map<String, String> describe() {
		Map<String, String> environment = new LinkedHashMap<>();
		Bundle bundle = FrameworkUtil.getBundle(Environment.class);
		environment.put("Nullcline", bundle == null ? "unknown" : bundle.getVersion().toString());
		environment.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
		environment.put("Operating system", System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
				+ System.getProperty("os.arch"));
		environment.put("Processor", processor());
		environment.putAll(NativeRuntime.settings());
		return environment;
	}

	/** Versions of all installed plug-ins that belong to Nullcline or build on it, by symbolic name. */
	public static Map<String, String> plugins() {
		Map<String, String> plugins = new TreeMap<>();
		Bundle self = FrameworkUtil.getBundle(Environment.class);
		if (self == null || self.getBundleContext() == null) {
			return plugins;
		}
		for (Bundle bundle : self.getBundleContext().getBundles()) {
			String requires = bundle.getHeaders().get("Require-Bundle") + bundle.getHeaders().get("Import-Package");
			if (bundle.getSymbolicName() != null
					&& (bundle.getSymbolicName().startsWith("org.nullcline.") || requires.contains("org.nullcline."))) {
				plugins.put(bundle.getSymbolicName(), bundle.getVersion().toString());
			}
		}
		return plugins;
	}

	/** {@code provenance.json} of a study folder. */
	static String provenance() {
		Map<String, Object> provenance = new LinkedHashMap<>();
		provenance.put("environment", describe());
		provenance.put("plugins", plugins());
		provenance.put("executable platform", Platform.getProduct() == null ? "embedded" : Platform.getProduct().getName());
		return Json.pretty(provenance);
	}

	private static String processor() {
		try {
			return Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name"))
					.findFirst().map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown");
		} catch (java.io.IOException e) {
			return "unknown";
		}
	}
}

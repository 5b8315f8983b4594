package org.nullcline.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Whether a jar is what its signer made.
 *
 * @param kind    unsigned, signed or broken
 * @param details who has signed it, or what is wrong
 */
record Signature(Kind kind, String details) {

	enum Kind {
		/** Nobody vouches for the content, or not for all of it. */
		UNSIGNED,
		/** All content is as it was signed. */
		SIGNED,
		/** The content was changed after it had been signed. */
		BROKEN
	}

	static Signature broken(String reason) {
		return new Signature(Kind.BROKEN, reason);
	}

	/** @param jar opened for verification */
	static Signature of(JarFile jar) throws IOException {
		Set<String> signers = new TreeSet<>();
		boolean unsigned = false;
		byte[] buffer = new byte[1 << 16];
		try {
			for (JarEntry entry : Collections.list(jar.entries())) {
				if (entry.isDirectory() || isPartOfSignature(entry.getName())) {
					continue;
				}
				try (InputStream in = jar.getInputStream(entry)) {
					// An entry is verified by being read to its end.
					while (in.read(buffer) >= 0) {
						continue;
					}
				}
				CodeSigner[] found = entry.getCodeSigners();
				if (found == null || found.length == 0) {
					unsigned = true;
				} else {
					for (CodeSigner signer : found) {
						signers.add(name(signer));
					}
				}
			}
		} catch (SecurityException e) {
			return broken(e.getMessage());
		}
		return unsigned || signers.isEmpty() ? new Signature(Kind.UNSIGNED, "") : new Signature(Kind.SIGNED, String.join("; ", signers));
	}

	private static String name(CodeSigner signer) {
		return signer.getSignerCertPath().getCertificates().get(0) instanceof X509Certificate certificate
				? certificate.getSubjectX500Principal().getName() : "an unnamed certificate";
	}

	private static boolean isPartOfSignature(String name) {
		return name.matches("META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]*)");
	}
}

package org.nullcline.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jdk.security.jarsigner.JarSigner;

/** Who vouches for a jar, and whether it is still what was signed. */
class SignatureTest {

	@TempDir
	static Path folder;

	private static Path signed;

	@BeforeAll
	static void sign() throws Exception {
		Path store = folder.resolve("keys.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/keytool").toString(), "-genkeypair", "-alias", "me",
				"-dname", "CN=A Laboratory", "-keyalg", "EC", "-keystore", store.toString(), "-storepass", "secret", "-storetype", "PKCS12")
				.redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start();
		assertEquals(0, keytool.waitFor(), () -> read(folder.resolve("keytool.log")));
		KeyStore keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
		PrivateKey key = (PrivateKey) keys.getKey("me", "secret".toCharArray());
		CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.<Certificate>of(keys.getCertificate("me")));
		Path unsigned = Jars.plugin("org.example.signed").entry("plugin.xml", "<plugin/>").entry("data.txt", "as it was signed")
				.write(folder.resolve("unsigned.jar"));
		signed = folder.resolve("signed.jar");
		try (ZipFile in = new ZipFile(unsigned.toFile()); OutputStream out = Files.newOutputStream(signed)) {
			new JarSigner.Builder(key, path).build().sign(in, out);
		}
	}

	@Test
	void nobodyVouchesForAnUnsignedJar() throws IOException {
		assertEquals(Signature.Kind.UNSIGNED, signature(folder.resolve("unsigned.jar")).kind());
	}

	@Test
	void aSignedJarNamesItsSigner() throws IOException {
		assertEquals(new Signature(Signature.Kind.SIGNED, "CN=A Laboratory"), signature(signed));
	}

	@Test
	void aChangedFileBreaksTheSignature() throws IOException {
		Path changed = change("data.txt", "changed afterwards");
		assertEquals(Signature.Kind.BROKEN, signature(changed).kind());
		List<String> problems = Inspection.problems(PluginFile.read(changed), Surroundings.running());
		assertTrue(problems.toString().contains("was changed after it had been signed"), problems::toString);
	}

	@Test
	void anAddedFileIsNotSigned() throws IOException {
		assertEquals(Signature.Kind.UNSIGNED, signature(change("added.txt", "later")).kind());
	}

	private static Signature signature(Path jar) throws IOException {
		return PluginFile.read(jar).signature();
	}

	private static Path change(String name, String content) throws IOException {
		Path changed = folder.resolve("changed-" + name + ".jar");
		Files.copy(signed, changed);
		try (FileSystem zip = FileSystems.newFileSystem(changed)) {
			Files.writeString(zip.getPath(name), content);
		}
		return changed;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			return e.toString();
		}
	}
}

package org.nullcline.analysis.weights.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.dynamics.SwitchTrials;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * A file with the counts of the triplets done so far: the 8 letters NCTRIPLE, the SHA-256 of what the search depends on, the
 * number of triplets done, and their counts, big-endian integers.
 */
record TripletProgress(Path file, byte[] fingerprint) {

	private static final byte[] MAGIC = { 'N', 'C', 'T', 'R', 'I', 'P', 'L', 'E' };

	/** The file of a search: it depends on the weights, the start states and the noise. */
	static TripletProgress of(Path file, SwitchTrials trials) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			trials.network().weights().arrays().forEach((name, array) -> add(digest, NativeArrays.values(array)));
			add(digest, NativeArrays.values(trials.starts()));
			add(digest, NativeArrays.values(trials.inputs()));
			return new TripletProgress(file, digest.digest());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}

	private static void add(MessageDigest digest, double[] values) {
		ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
		bytes.asDoubleBuffer().put(values);
		digest.update(bytes);
	}

	/**
	 * The counts of the first triplets.
	 *
	 * @return none if there is no file yet
	 * @throws AnalysisException if the file belongs to another search
	 */
	int[] read() throws AnalysisException {
		if (!Files.exists(file)) {
			return new int[0];
		}
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
			byte[] magic = in.readNBytes(MAGIC.length);
			byte[] found = in.readNBytes(fingerprint.length);
			if (!MessageDigest.isEqual(magic, MAGIC) || !MessageDigest.isEqual(found, fingerprint)) {
				throw new AnalysisException(file + " is not of this search: other weights, parameters or seed. Name another progress-file,"
						+ " or remove it.");
			}
			int[] counts = new int[in.readInt()];
			for (int i = 0; i < counts.length; i++) {
				counts[i] = in.readInt();
			}
			return counts;
		} catch (IOException e) {
			throw new AnalysisException(file + " cannot be read: " + e.getMessage() + ". Name another progress-file, or remove it.");
		}
	}

	/** Replaces the file. */
	void write(int[] counts, int done) {
		Path partial = file.resolveSibling(file.getFileName() + ".partial");
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			DataOutputStream out = new DataOutputStream(bytes);
			out.write(MAGIC);
			out.write(fingerprint);
			out.writeInt(done);
			for (int i = 0; i < done; i++) {
				out.writeInt(counts[i]);
			}
			try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
					StandardOpenOption.TRUNCATE_EXISTING)) {
				ByteBuffer content = ByteBuffer.wrap(bytes.toByteArray());
				while (content.hasRemaining()) {
					channel.write(content);
				}
				channel.force(true);
			}
			Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} catch (IOException e) {
			throw new UncheckedIOException("progress-file " + file + " cannot be written: " + e.getMessage(), e);
		}
	}
}

package org.nullcline.core.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The random streams below one master seed. A stream is found by its name, never by the order in which it is asked for,
 * so that results do not depend on threads or on the order of runs.
 */
public final class RandomStreams {

	private final long seed;
	private final String path;

	private RandomStreams(long seed, String path) {
		this.seed = seed;
		this.path = path;
	}

	public static RandomStreams of(long masterSeed) {
		return new RandomStreams(masterSeed, "");
	}

	/** The streams below a name, for example those of one network. */
	public RandomStreams below(String name) {
		return new RandomStreams(seed, path + name + "/");
	}

	/** A new stream at its beginning. Two calls with one name give two streams with the same numbers. */
	public RandomStream stream(String name) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
			ByteBuffer hash = ByteBuffer.wrap(digest.digest((path + name).getBytes(StandardCharsets.UTF_8)));
			return new RandomStream(hash.getLong(), hash.getLong());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}

	/** The stream of one item of a numbered sequence, for example the trials of training step 1,200. */
	public RandomStream stream(String name, long index) {
		return stream(name + "#" + index);
	}
}

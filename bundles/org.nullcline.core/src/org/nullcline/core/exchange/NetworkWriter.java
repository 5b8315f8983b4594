package org.nullcline.core.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;

/**
 * What the extension point {@code org.nullcline.core.exporters} asks for: writes networks for other programs, in one format.
 * Has no mutable state.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface NetworkWriter {

	/**
	 * Writes a network. A file that is written under another name first, and renamed when it is whole, never leaves half of
	 * itself behind.
	 *
	 * @param file        to write; it does not exist yet, or the user wants it replaced
	 * @param network     not to be changed
	 * @param description what is known of the network, by name: {@code architecture}, {@code architecture.parameters},
	 *                    {@code inputs}, {@code units}, {@code outputs}, {@code task} and more
	 * @param precision   of the numbers in the file; they are finite in it
	 */
	void write(Path file, Network network, Map<String, String> description, Precision precision) throws IOException;
}

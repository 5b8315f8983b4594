package org.nullcline.core.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the extension point {@code org.nullcline.core.importers} asks for: reads named arrays, such as weights, from files of
 * one format. Which array is which of a network's is told afterwards, by names and layouts, whatever the format. Has no mutable
 * state.
 *
 * @since 0.1.0
 */
public interface ArrayReader {

	/**
	 * Whether a file is of this format, as far as its beginning tells. The content decides, not the name.
	 *
	 * @param file  a file, or a folder
	 * @param start the first bytes of the file, at most 64; none of a folder
	 * @throws IOException naming the file, if it cannot be read
	 */
	boolean recognizes(Path file, byte[] start) throws IOException;

	/**
	 * Reads all arrays. What a file promises is checked before memory is taken for it, and nothing that a file holds is executed.
	 *
	 * @param file that was recognized
	 * @return double precision, in the order of the file
	 * @throws IOException naming the file and what is wrong with it
	 */
	Map<String, INDArray> read(Path file) throws IOException;
}

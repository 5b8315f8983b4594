package org.example.misbehaving;

import java.nio.file.Path;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.exchange.ArrayReader;

/** Looks at every file, fails on those that begin with a question mark, and gives nothing for the others. */
public class MisbehavingReader implements ArrayReader {

	@Override
	public boolean recognizes(Path file, byte[] start) {
		if (start.length > 0 && start[0] == '!') {
			throw new IllegalStateException("made to fail");
		}
		return start.length > 0 && start[0] == '?';
	}

	@Override
	public Map<String, INDArray> read(Path file) {
		throw new StackOverflowError("made to fail");
	}
}

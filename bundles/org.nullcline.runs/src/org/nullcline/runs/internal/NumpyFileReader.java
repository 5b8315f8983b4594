package org.nullcline.runs.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.exchange.ArrayReader;
import org.nullcline.runs.NumpyFiles;

/** NumPy's {@code .npy}: one array, called like the file. */
public final class NumpyFileReader implements ArrayReader {

	@Override
	public boolean recognizes(Path file, byte[] start) {
		return NumpyFiles.isNumpy(start);
	}

	@Override
	public Map<String, INDArray> read(Path file) throws IOException {
		return Map.of(NumpyFolderReader.name(file), NumpyFiles.read(file));
	}
}

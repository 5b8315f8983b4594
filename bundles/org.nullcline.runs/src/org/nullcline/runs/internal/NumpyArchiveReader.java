package org.nullcline.runs.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.exchange.ArrayReader;
import org.nullcline.runs.NumpyArchives;

/** NumPy's {@code .npz}: a ZIP archive. */
public final class NumpyArchiveReader implements ArrayReader {

	@Override
	public boolean recognizes(Path file, byte[] start) {
		return start.length > 3 && start[0] == 'P' && start[1] == 'K'
				&& (start[2] == 3 && start[3] == 4 || start[2] == 5 && start[3] == 6);
	}

	@Override
	public Map<String, INDArray> read(Path file) throws IOException {
		return NumpyArchives.read(file);
	}
}

package org.nullcline.runs.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.exchange.ArrayReader;
import org.nullcline.runs.SafeTensors;

/** Eight bytes with a length below four gigabytes, then JSON. The length may begin like the mark of any other format. */
public final class SafeTensorsReader implements ArrayReader {

	@Override
	public boolean recognizes(Path file, byte[] start) {
		return start.length > 8 && start[4] == 0 && start[5] == 0 && start[6] == 0 && start[7] == 0 && start[8] == '{';
	}

	@Override
	public Map<String, INDArray> read(Path file) throws IOException {
		return SafeTensors.read(file).tensors();
	}
}

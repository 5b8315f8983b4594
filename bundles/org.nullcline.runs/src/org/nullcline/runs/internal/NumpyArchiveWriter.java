package org.nullcline.runs.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.nullcline.core.exchange.NetworkWriter;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.runs.NumpyArchives;

/** Weights in one {@code .npz} file, which has no room for the description. */
public final class NumpyArchiveWriter implements NetworkWriter {

	@Override
	public void write(Path file, Network network, Map<String, String> description, Precision precision) throws IOException {
		NumpyArchives.write(file, network.weights().arrays(), precision);
	}
}

package org.nullcline.runs.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.nullcline.core.exchange.NetworkWriter;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.runs.SafeTensors;

/** Weights and description in one safetensors file. */
public final class SafeTensorsWriter implements NetworkWriter {

	@Override
	public void write(Path file, Network network, Map<String, String> description, Precision precision) throws IOException {
		new SafeTensors(description, network.weights().arrays()).write(file, precision);
	}
}

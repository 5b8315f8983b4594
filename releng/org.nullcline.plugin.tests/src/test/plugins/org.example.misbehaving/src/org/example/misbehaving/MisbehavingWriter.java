package org.example.misbehaving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.nullcline.core.exchange.NetworkWriter;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;

/** Gives up half-way. */
public class MisbehavingWriter implements NetworkWriter {

	@Override
	public void write(Path file, Network network, Map<String, String> description, Precision precision) throws IOException {
		Files.writeString(file, "half a netw");
		throw new IllegalStateException("made to fail");
	}
}

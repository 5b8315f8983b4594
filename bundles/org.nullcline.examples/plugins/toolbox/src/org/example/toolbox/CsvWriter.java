package org.example.toolbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.exchange.NetworkWriter;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.linearalgebra.NativeArrays;

// [snippet: exporter]
/** Writes all weights as one table. */
public class CsvWriter implements NetworkWriter {

	static final String HEADINGS = "array,row,column,value";

	@Override
	public void write(Path file, Network network, Map<String, String> description, Precision precision) throws IOException {
		StringBuilder table = new StringBuilder(HEADINGS).append('\n');
		network.weights().arrays().forEach((name, array) -> append(table, name, array, precision));
		Path temporary = file.resolveSibling(file.getFileName() + ".part");
		Files.writeString(temporary, table);
		Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	private static void append(StringBuilder table, String name, INDArray array, Precision precision) {
		double[] values = NativeArrays.values(array);
		int columns = array.rank() == 1 ? 1 : (int) array.size(1);
		for (int i = 0; i < values.length; i++) {
			table.append(name).append(',').append(i / columns).append(',').append(array.rank() == 1 ? "" : i % columns).append(',')
					.append(precision == Precision.SINGLE ? Float.toString((float) values[i]) : Double.toString(values[i]))
					.append('\n');
		}
	}
}
// [end]

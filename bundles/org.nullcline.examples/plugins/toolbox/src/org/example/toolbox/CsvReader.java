package org.example.toolbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.exchange.ArrayReader;
import org.nullcline.linearalgebra.NativeArrays;

// [snippet: importer]
/** Reads what {@link CsvWriter} writes. */
public class CsvReader implements ArrayReader {

	@Override
	public boolean recognizes(Path file, byte[] start) {
		return new String(start, StandardCharsets.US_ASCII).startsWith(CsvWriter.HEADINGS);
	}

	@Override
	public Map<String, INDArray> read(Path file) throws IOException {
		Map<String, List<String[]>> cells = new LinkedHashMap<>();
		List<String> lines = Files.readAllLines(file);
		for (String line : lines.subList(1, lines.size())) {
			String[] cell = line.split(",", -1);
			if (cell.length != 4) {
				throw new IOException(file + ": expected 4 values in each line, found '" + line + "'");
			}
			cells.computeIfAbsent(cell[0], _ -> new ArrayList<>()).add(cell);
		}
		Map<String, INDArray> arrays = new LinkedHashMap<>();
		for (Map.Entry<String, List<String[]>> entry : cells.entrySet()) {
			arrays.put(entry.getKey(), array(file, entry.getValue()));
		}
		return arrays;
	}
	// [end]

	private static INDArray array(Path file, List<String[]> cells) throws IOException {
		try {
			double[] values = cells.stream().mapToDouble(cell -> Double.parseDouble(cell[3])).toArray();
			String[] last = cells.getLast();
			int rows = Integer.parseInt(last[1]) + 1;
			int columns = last[2].isEmpty() ? 1 : Integer.parseInt(last[2]) + 1;
			if (values.length != rows * columns) {
				throw new IOException(file + ": array '" + last[0] + "' has " + values.length + " values, not " + rows + " x " + columns);
			}
			return last[2].isEmpty() ? NativeArrays.of(values, rows) : NativeArrays.of(values, rows, columns);
		} catch (NumberFormatException e) {
			throw new IOException(file + ": array '" + cells.get(0)[0] + "': " + e.getMessage(), e);
		}
	}
}

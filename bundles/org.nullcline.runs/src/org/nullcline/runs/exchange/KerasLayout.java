package org.nullcline.runs.exchange;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.runs.MalformedFileException;

/**
 * Keras's names and layout (https://keras.io/api/layers/recurrent_layers/): {@code kernel} [input, blocks * unit],
 * {@code recurrent_kernel} [unit, blocks * unit], {@code bias}. Blocks of columns are i, f, c, o for the LSTM, which is
 * PyTorch's order, and z, r, h for the GRU, where PyTorch has r, z, n. In both libraries z multiplies the old state.
 */
final class KerasLayout {

	private static final String KERNEL = "kernel";
	private static final String RECURRENT_KERNEL = "recurrent_kernel";
	private static final String BIAS = "bias";
	private static final String VARIANT = "variant";

	private final Path file;
	private final String cell;
	/** Where each of PyTorch's blocks stands in Keras. */
	private final int[] order;
	private final int units;

	private KerasLayout(Path file, String cell, int[] order, int units) {
		this.file = file;
		this.cell = cell;
		this.order = order;
		this.units = units;
	}

	/**
	 * @param cell      identifier of the architecture
	 * @param variant value of the architecture's parameter {@code variant} that the user has given, or null
	 * @return the layer, or nothing if there is none
	 */
	static Optional<RecurrentLayer> find(ForeignArrays foreign, Optional<String> prefix, String cell, String variant, Path file)
			throws MalformedFileException {
		Map<String, String> names = foreign.layer(KerasLayout::local, RECURRENT_KERNEL, prefix);
		if (names.isEmpty()) {
			return Optional.empty();
		}
		int[] order = switch (cell) {
		case "vanilla" -> new int[] { 0 };
		case "gru" -> new int[] { 1, 0, 2 };
		case "lstm" -> new int[] { 0, 1, 2, 3 };
		default -> throw new MalformedFileException(file, "is in Keras's layout, which has no " + cell
				+ "; there are vanilla (SimpleRNN), gru and lstm. Name the arrays of others with --layout pytorch and --map");
		};
		if (!names.containsKey(KERNEL)) {
			throw new MalformedFileException(file, "has no array 'kernel' beside '" + names.get(RECURRENT_KERNEL) + "'");
		}
		NamedArray recurrent = foreign.take(names.get(RECURRENT_KERNEL));
		int units = (int) recurrent.array().size(0);
		return Optional.of(new KerasLayout(file, cell, order, units).layer(foreign.take(names.get(KERNEL)), recurrent,
				names.containsKey(BIAS) ? foreign.take(names.get(BIAS)) : null, variant));
	}

	/** A name as Keras's layers have it, or null. */
	static String local(String name) {
		// TensorFlow ends names with the number of the output.
		String own = name.replaceFirst(":\\d+$", "");
		return List.of(KERNEL, RECURRENT_KERNEL, BIAS).contains(own) ? own : null;
	}

	private RecurrentLayer layer(NamedArray kernel, NamedArray recurrent, NamedArray bias, String variant)
			throws MalformedFileException {
		int columns = order.length * units;
		require(recurrent, recurrent.array().rank() == 2 && recurrent.array().size(1) == columns,
				"[" + units + ", " + columns + "]");
		require(kernel, kernel.array().rank() == 2 && kernel.array().size(1) == columns, "[inputs, " + columns + "]");
		Map<String, NamedArray> arrays = new LinkedHashMap<>();
		arrays.put(RecurrentLayer.INPUT_WEIGHT, new NamedArray(kernel.source(), rows(kernel.array())));
		arrays.put(RecurrentLayer.RECURRENT_WEIGHT, new NamedArray(recurrent.source(), rows(recurrent.array())));
		if (bias == null) {
			return new RecurrentLayer(WeightLayout.KERAS, arrays, Map.of());
		}
		boolean two = cell.equals("gru") && bias.array().rank() == 2;
		require(bias, bias.array().length() == (two ? 2 : 1) * columns
				&& (two ? bias.array().size(0) == 2 : bias.array().rank() == 1),
				cell.equals("gru") ? "[2, " + columns + "] (reset_after=True) or [" + columns + "] (reset_after=False)"
						: "[" + columns + "]");
		double[] values = NativeArrays.values(bias.array());
		arrays.put(RecurrentLayer.INPUT_BIAS, new NamedArray(bias.source(), blocks(values, 0)));
		arrays.put(RecurrentLayer.RECURRENT_BIAS, new NamedArray(two ? bias.source() : "zeros: Keras has one bias",
				two ? blocks(values, columns) : NativeArrays.zeros(columns)));
		if (!cell.equals("gru")) {
			return new RecurrentLayer(WeightLayout.KERAS, arrays, Map.of());
		}
		String implied = two ? "reset-after" : "reset-before";
		if (variant != null && !variant.equals(implied)) {
			throw new MalformedFileException(file, "array '" + bias.source() + "' of shape " + bias.shape()
					+ " belongs to a GRU with " + (two ? "reset_after=True" : "reset_after=False") + "; --variant " + variant
					+ " contradicts it");
		}
		return new RecurrentLayer(WeightLayout.KERAS, arrays, Map.of(VARIANT, implied));
	}

	/** Columns of blocks become rows of blocks in PyTorch's order. */
	private INDArray rows(INDArray kernel) {
		int rows = (int) kernel.size(0);
		int columns = order.length * units;
		double[] values = NativeArrays.values(kernel);
		double[] transposed = new double[values.length];
		for (int j = 0; j < columns; j++) {
			for (int i = 0; i < rows; i++) {
				transposed[j * rows + i] = values[i * columns + order[j / units] * units + j % units];
			}
		}
		return NativeArrays.of(transposed, columns, rows);
	}

	private INDArray blocks(double[] values, int begin) {
		double[] reordered = new double[order.length * units];
		Arrays.setAll(reordered, j -> values[begin + order[j / units] * units + j % units]);
		return NativeArrays.of(reordered, reordered.length);
	}

	private void require(NamedArray array, boolean fits, String expected) throws MalformedFileException {
		if (!fits) {
			throw new MalformedFileException(file, "array '" + array.source() + "': expected shape " + expected
					+ " of Keras's " + cell + " with " + units + " units, found " + array.shape());
		}
	}
}

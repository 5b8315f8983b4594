package org.nullcline.runs.exchange;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.nullcline.runs.MalformedFileException;

/**
 * PyTorch's names: those of {@code nn.RNN}, {@code nn.GRU} and {@code nn.LSTM}, and those of the cells {@code nn.RNNCell},
 * {@code nn.GRUCell} and {@code nn.LSTMCell}, which lack the number of the layer.
 */
final class PyTorchLayout {

	private static final Pattern NAME = Pattern.compile("((?:weight|bias)_(?:ih|hh|hr))(_l\\d{1,4})?(_reverse)?");

	private PyTorchLayout() {
	}

	/** @return the layer, or nothing if there is none */
	static Optional<RecurrentLayer> find(ForeignArrays foreign, Optional<String> prefix, Path file)
			throws MalformedFileException {
		Map<String, String> names = foreign.layer(PyTorchLayout::local, RecurrentLayer.RECURRENT_WEIGHT, prefix);
		if (names.isEmpty()) {
			return Optional.empty();
		}
		Map<String, NamedArray> arrays = new LinkedHashMap<>();
		for (Map.Entry<String, String> name : names.entrySet()) {
			if (name.getKey().endsWith("_reverse")) {
				throw new MalformedFileException(file, "holds a bidirectional layer ('" + name.getValue()
						+ "'), which no architecture here computes");
			}
			if (name.getKey().startsWith("weight_hr")) {
				throw new MalformedFileException(file, "holds an LSTM with projections ('" + name.getValue()
						+ "'), which no architecture here computes");
			}
			arrays.put(name.getKey(), foreign.take(name.getValue()));
		}
		return Optional.of(new RecurrentLayer(WeightLayout.PYTORCH, arrays, Map.of()));
	}

	/** A name as PyTorch's layers have it, or null. */
	static String local(String name) {
		Matcher matcher = NAME.matcher(name);
		if (!matcher.matches()) {
			return null;
		}
		String reverse = matcher.group(3) == null ? "" : matcher.group(3);
		return matcher.group(1) + (matcher.group(2) == null ? "_l0" : matcher.group(2)) + reverse;
	}
}

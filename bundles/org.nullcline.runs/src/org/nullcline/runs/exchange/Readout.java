package org.nullcline.runs.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.runs.MalformedFileException;

/** Finds the readout of a foreign network: by its name, or because it is the only linear layer that fits. */
final class Readout {

	private final ForeignArrays foreign;
	private final Path file;
	private final int units;

	/** A linear layer by the names of its arrays; the bias may be null. */
	private record Linear(String weight, String bias, boolean transposed) {
	}

	Readout(ForeignArrays foreign, Path file, int units) {
		this.foreign = foreign;
		this.file = file;
		this.units = units;
	}

	/** Every unit is an output. */
	Map<String, NamedArray> identity(boolean bias) {
		INDArray weight = NativeArrays.zeros(units, units);
		for (int i = 0; i < units; i++) {
			weight.putScalar(i, i, 1);
		}
		Map<String, NamedArray> arrays = new LinkedHashMap<>();
		arrays.put(Network.READOUT_WEIGHT, new NamedArray("identity", weight));
		if (bias) {
			arrays.put(Network.READOUT_BIAS, new NamedArray("zeros", NativeArrays.zeros(units)));
		}
		return arrays;
	}

	/**
	 * The arrays under Nullcline's names; the bias is absent if the file has none.
	 *
	 * @throws MalformedFileException with the way out, if there is no readout, or more than one linear layer could be it
	 */
	Map<String, NamedArray> find() throws MalformedFileException {
		List<Linear> named = linears(true);
		List<Linear> candidates = named.isEmpty() ? linears(false) : named;
		if (candidates.isEmpty()) {
			throw new MalformedFileException(file, "has no readout ('readout.weight' [outputs, " + units
					+ "], or one linear layer of that shape); name it with --map readout.weight=THEIR_NAME, or make every unit an"
					+ " output with --readout identity");
		}
		if (candidates.size() > 1) {
			throw new MalformedFileException(file, "holds several linear layers that could be the readout: "
					+ candidates.stream().map(Linear::weight).collect(Collectors.joining(", "))
					+ "; name one with --map readout.weight=THEIR_NAME");
		}
		Linear linear = candidates.get(0);
		Map<String, NamedArray> arrays = new LinkedHashMap<>();
		NamedArray weight = foreign.take(linear.weight());
		arrays.put(Network.READOUT_WEIGHT, linear.transposed()
				? new NamedArray(weight.source() + ".T", weight.array().transpose().dup('c')) : weight);
		String bias = foreign.isMapped(Network.READOUT_BIAS) ? Network.READOUT_BIAS : linear.bias();
		if (bias != null) {
			arrays.put(Network.READOUT_BIAS, foreign.take(bias));
		}
		return arrays;
	}

	/** @param byName whether the layer is called readout, of whatever shape; else its shape must fit */
	private List<Linear> linears(boolean byName) {
		List<Linear> found = new ArrayList<>();
		Map<String, Map<String, String>> groups = foreign.groups(Readout::local);
		boolean mapped = foreign.isMapped(Network.READOUT_WEIGHT) || foreign.isMapped("readout.kernel");
		groups.forEach((prefix, names) -> {
			if (mapped && !prefix.equals("readout")) {
				return;
			}
			boolean called = prefix.equals("readout") || prefix.matches(".*[./]readout");
			for (String kind : List.of("weight", "kernel")) {
				String weight = names.get(kind);
				boolean keras = kind.equals("kernel");
				if (weight != null && !names.containsKey("recurrent_kernel") && (byName ? called : fits(weight, keras ? 0 : 1))) {
					found.add(new Linear(weight, names.get("bias"), keras));
				}
			}
		});
		return found;
	}

	private boolean fits(String name, int unitAxis) {
		INDArray array = foreign.peek(name).array();
		return array.rank() == 2 && array.size(unitAxis) == units;
	}

	private static String local(String name) {
		return Optional.ofNullable(KerasLayout.local(name)).orElse(name.equals("weight") ? name : null);
	}
}

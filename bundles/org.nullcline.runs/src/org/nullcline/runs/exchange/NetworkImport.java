package org.nullcline.runs.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.WeightDeclaration.Role;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.ParameterType;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.runs.MalformedFileException;

/**
 * Makes a network of the arrays that another program has saved. Numbers of inputs, units and outputs follow from the shapes.
 * What the arrays do not say, such as the variant of a GRU, is assumed and noted, or has to be given.
 *
 * @param file             with the arrays; see {@link org.nullcline.runs.ArrayFiles}
 * @param architecture     of the network
 * @param given            values of the architecture's parameters; the others are inferred or have their defaults
 * @param layout           of the arrays; recognised by their names if not given
 * @param prefix           what stands before the names of the recurrent layer, where the file holds several
 * @param mappings         arrays that have other names
 * @param identityReadout  whether every unit becomes an output instead of reading a readout from the file
 */
public record NetworkImport(Path file, Contribution architecture, Map<String, String> given, Optional<WeightLayout> layout,
		Optional<String> prefix, List<ArrayMapping> mappings, boolean identityReadout) {

	private static final int LARGEST_SIZE = 1 << 20;

	/** Parameters of architectures that are inferred from the arrays, where an architecture has them. */
	private static final String BIASES = "biases";
	private static final String LAYERS = "layers";
	private static final String VARIANT = "variant";
	/** Of no consequence for a network that has its weights. */
	private static final String INITIALIZATION = "initialization";

	/** What PyTorch's layer is, and Keras's unless told otherwise. */
	private static final String USUAL_VARIANT = "reset-after";

	private static final List<String> LAYOUTS_BY_BLOCKS = List.of("vanilla", "ugrnn", "gru", "lstm");

	/**
	 * Reads the file and makes the network.
	 *
	 * @throws MalformedFileException   if the file is damaged, or its arrays do not fit together or to the architecture
	 * @throws IllegalArgumentException naming the option, if a parameter or mapping is wrong
	 * @throws ContributionException    if the architecture's plug-in is broken
	 */
	public ImportedNetwork read() throws IOException, ContributionException {
		ForeignArrays foreign = ForeignArrays.read(file, mappings);
		RecurrentLayer layer = layer(foreign);
		int units = size(layer, RecurrentLayer.RECURRENT_WEIGHT);
		int inputs = size(layer, RecurrentLayer.INPUT_WEIGHT);
		Readout readout = new Readout(foreign, file, units);
		Map<String, NamedArray> found = new LinkedHashMap<>(layer.arrays());
		if (!identityReadout) {
			found.putAll(readout.find());
		}
		Map<String, String> values = new LinkedHashMap<>(layer.implied());
		values.putAll(given);
		inferLayers(layer, values);
		List<String> notes = new ArrayList<>();
		notes.add("recurrent layer in " + layer.layout().label() + "'s layout: "
				+ layer.arrays().values().stream().map(NamedArray::source).distinct().collect(Collectors.joining(", ")));
		notes.addAll(assumptions(values));
		Cell cell = cell(layer, inputs, units, values, found.containsKey(Network.READOUT_BIAS), notes);
		int outputs = identityReadout ? units : outputs(found.get(Network.READOUT_WEIGHT));
		List<WeightDeclaration> declarations = Network.declarations(cell, outputs);
		Map<String, INDArray> arrays = new LinkedHashMap<>();
		Map<String, String> sources = new LinkedHashMap<>();
		for (WeightDeclaration declaration : declarations) {
			takeByName(foreign, declaration.name(), found);
			NamedArray array = found.get(declaration.name());
			if (array != null) {
				arrays.put(declaration.name(), fitted(declaration, array, inputs, units));
				sources.put(declaration.name(), array.source());
			}
		}
		if (identityReadout) {
			// Only now, when the shapes are known to be true.
			readout.identity(cell.readoutBias()).forEach((name, array) -> {
				arrays.put(name, array.array());
				sources.put(name, array.source());
			});
		}
		fillMissing(declarations, arrays, sources);
		foreign.requireMappedUsed(declarations.stream().map(WeightDeclaration::name).toList());
		requireFinite(arrays, sources);
		notes.addAll(notesOnReadoutAndState(sources));
		return new ImportedNetwork(Network.of(cell, outputs, arrays), architecture.parameters(values), sources, notes,
				warnings(foreign, declarations, found));
	}

	private RecurrentLayer layer(ForeignArrays foreign) throws MalformedFileException {
		Optional<RecurrentLayer> layer = layout.filter(WeightLayout.KERAS::equals).isPresent() ? Optional.empty()
				: PyTorchLayout.find(foreign, prefix, file);
		if (layer.isEmpty() && layout.filter(WeightLayout.PYTORCH::equals).isEmpty()) {
			layer = KerasLayout.find(foreign, prefix, architecture.id(), given.get(VARIANT), file);
		}
		return layer.orElseThrow(() -> new MalformedFileException(file, "has no recurrent weights ("
				+ layout.map(known -> known == WeightLayout.KERAS ? "recurrent_kernel" : RecurrentLayer.RECURRENT_WEIGHT)
						.orElse("PyTorch's weight_hh_l0 or Keras's recurrent_kernel")
				+ "); it holds " + foreign + "; name them with --map " + RecurrentLayer.RECURRENT_WEIGHT + "=THEIR_NAME"));
	}

	/** The number of columns of an array: of units or inputs. */
	private int size(RecurrentLayer layer, String name) throws MalformedFileException {
		NamedArray array = layer.arrays().get(name);
		if (array == null) {
			throw new MalformedFileException(file, "has no array '" + name + "'; name it with --map " + name + "=THEIR_NAME");
		}
		if (array.array().rank() != 2 || array.array().size(1) > LARGEST_SIZE) {
			throw new MalformedFileException(file, "array '" + array.source() + "' (" + name + "): expected two dimensions, [rows, "
					+ (name.equals(RecurrentLayer.INPUT_WEIGHT) ? "inputs" : "units") + "], found " + array.shape());
		}
		return (int) array.array().size(1);
	}

	private int outputs(NamedArray readout) throws MalformedFileException {
		if (readout.array().rank() != 2 || readout.array().size(0) > LARGEST_SIZE) {
			throw new MalformedFileException(file, "array '" + readout.source() + "' (" + Network.READOUT_WEIGHT
					+ "): expected two dimensions, [outputs, units], found " + readout.shape());
		}
		return (int) readout.array().size(0);
	}

	private void inferLayers(RecurrentLayer layer, Map<String, String> values) throws MalformedFileException {
		int layers = layer.layers();
		if (declares(LAYERS)) {
			values.putIfAbsent(LAYERS, Integer.toString(layers));
		} else if (layers > 1) {
			throw new MalformedFileException(file, "holds " + layers + " layers; the architecture '" + architecture.id()
					+ "' has one");
		}
	}

	/** Fills in the values of choices that the arrays do not tell, and says so. */
	private List<String> assumptions(Map<String, String> values) {
		List<String> assumptions = new ArrayList<>();
		for (ParameterDeclaration parameter : architecture.parameters()) {
			if (parameter.type() != ParameterType.CHOICE || given.containsKey(parameter.name())
					|| parameter.name().equals(INITIALIZATION)) {
				continue;
			}
			boolean implied = values.containsKey(parameter.name());
			String value = implied ? values.get(parameter.name())
					: parameter.name().equals(VARIANT) && parameter.choices().contains(USUAL_VARIANT) ? USUAL_VARIANT
							: parameter.defaultValue();
			values.put(parameter.name(), value);
			String option = parameter.name().equals(VARIANT) ? "--variant" : "--set " + parameter.name() + "=...";
			assumptions.add(parameter.name() + " = " + value + (implied ? ", as the shape of the bias says"
					: ", assumed; " + option + " for one of the others: " + parameter.choices().stream()
							.filter(choice -> !choice.equals(value)).collect(Collectors.joining(", "))));
		}
		return assumptions;
	}

	/** A cell without biases if the file has none, where there is such a cell that keeps the bias of the readout. */
	private Cell cell(RecurrentLayer layer, int inputs, int units, Map<String, String> values, boolean readoutBias,
			List<String> notes) throws ContributionException {
		if (!layer.hasBiases() && declares(BIASES) && !values.containsKey(BIASES)) {
			Map<String, String> without = new LinkedHashMap<>(values);
			without.put(BIASES, "false");
			Cell cell = create(inputs, units, without);
			if (cell.readoutBias() || !readoutBias) {
				values.put(BIASES, "false");
				notes.add(BIASES + " = false: the recurrent layer has none");
				return cell;
			}
		}
		return create(inputs, units, values);
	}

	private Cell create(int inputs, int units, Map<String, String> values) throws ContributionException {
		Architecture kind = architecture.instantiate(Architecture.class);
		Parameters parameters = architecture.parameters(values);
		return kind.create(inputs, units, parameters);
	}

	private boolean declares(String parameter) {
		return architecture.parameters().stream().anyMatch(declared -> declared.name().equals(parameter));
	}

	/** Arrays that belong to no layer are found by their full name alone. */
	private static void takeByName(ForeignArrays foreign, String name, Map<String, NamedArray> found) {
		if (!found.containsKey(name) && foreign.names().contains(name)
				&& !name.equals(Network.READOUT_WEIGHT) && !name.equals(Network.READOUT_BIAS)) {
			found.put(name, foreign.take(name));
		}
	}

	private INDArray fitted(WeightDeclaration declaration, NamedArray array, int inputs, int units)
			throws MalformedFileException {
		long[] expected = declaration.shape().stream().mapToLong(Integer::longValue).toArray();
		long[] shape = array.array().shape();
		if (Arrays.equals(shape, expected)) {
			return array.array();
		}
		// PyTorch keeps an initial state as [layer, 1, unit].
		if (Arrays.equals(Arrays.stream(shape).filter(size -> size != 1).toArray(),
				Arrays.stream(expected).filter(size -> size != 1).toArray())) {
			return NativeArrays.dense(array.array()).reshape('c', expected);
		}
		String name = array.source().equals(declaration.name()) ? "" : " (" + declaration.name() + ")";
		throw new MalformedFileException(file, "array '" + array.source() + "'" + name + ": expected shape "
				+ Arrays.toString(expected) + " of a " + architecture.id() + " with " + inputs + (inputs == 1 ? " input" : " inputs")
				+ " and " + units + (units == 1 ? " unit" : " units") + ", found " + array.shape()
				+ hint(declaration, array, expected, units));
	}

	private String hint(WeightDeclaration declaration, NamedArray array, long[] expected, int units) {
		long[] shape = array.array().shape();
		if (expected.length == 2 && shape.length == 2 && expected[0] == shape[1] && expected[1] == shape[0]) {
			return "; if it is transposed: --map " + declaration.name() + "=" + array.source() + ".T";
		}
		long blocks = shape[0] / units;
		boolean layered = List.of(RecurrentLayer.INPUT_WEIGHT, RecurrentLayer.RECURRENT_WEIGHT).contains(declaration.name());
		if (layered && shape[0] % units == 0 && blocks >= 1
				&& blocks <= LAYOUTS_BY_BLOCKS.size() && !LAYOUTS_BY_BLOCKS.get((int) blocks - 1).equals(architecture.id())) {
			return "; rows of " + blocks + " times the units are those of --cell " + LAYOUTS_BY_BLOCKS.get((int) blocks - 1);
		}
		return "";
	}

	/** Biases and the initial state may be missing and are zero then; nothing else may. */
	private void fillMissing(List<WeightDeclaration> declarations, Map<String, INDArray> arrays, Map<String, String> sources)
			throws MalformedFileException {
		for (WeightDeclaration declaration : declarations) {
			if (arrays.containsKey(declaration.name())) {
				continue;
			}
			boolean zero = declaration.role() == Role.BIAS || declaration.role() == Role.INITIAL_STATE
					|| declaration.name().startsWith("bias_");
			if (!zero) {
				throw new MalformedFileException(file, "has no array '" + declaration.name() + "' " + declaration.shape()
						+ "; name it with --map " + declaration.name() + "=THEIR_NAME");
			}
			arrays.put(declaration.name(),
					NativeArrays.zeros(declaration.shape().stream().mapToLong(Integer::longValue).toArray()));
			sources.put(declaration.name(), "zeros");
		}
	}

	private void requireFinite(Map<String, INDArray> arrays, Map<String, String> sources) throws MalformedFileException {
		for (Map.Entry<String, INDArray> array : arrays.entrySet()) {
			for (double value : NativeArrays.values(array.getValue())) {
				if (!Double.isFinite(value)) {
					throw new MalformedFileException(file, "array '" + sources.get(array.getKey()) + "' holds " + value
							+ "; a network needs finite weights (did its training diverge?)");
				}
			}
		}
	}

	private static List<String> notesOnReadoutAndState(Map<String, String> sources) {
		List<String> notes = new ArrayList<>();
		notes.add("readout: " + sources.get(Network.READOUT_WEIGHT)
				+ (sources.containsKey(Network.READOUT_BIAS) ? ", bias: " + sources.get(Network.READOUT_BIAS) : ", without a bias"));
		notes.add("initial state: " + sources.get(Network.INITIAL_STATE));
		List<String> zeroBiases = sources.keySet().stream()
				.filter(name -> name.startsWith("bias_") && sources.get(name).equals("zeros")).toList();
		if (!zeroBiases.isEmpty()) {
			notes.add("zeros, as the file has none: " + String.join(", ", zeroBiases));
		}
		return notes;
	}

	private List<String> warnings(ForeignArrays foreign, List<WeightDeclaration> declarations, Map<String, NamedArray> found) {
		List<String> declared = declarations.stream().map(WeightDeclaration::name).toList();
		List<NamedArray> unused = new ArrayList<>(foreign.unused());
		found.forEach((name, array) -> {
			if (!declared.contains(name) && !array.source().startsWith("zeros")) {
				unused.add(array);
			}
		});
		return unused.isEmpty() ? List.of()
				: List.of("not used: " + unused.stream().map(NamedArray::toString).distinct().collect(Collectors.joining(", ")));
	}
}

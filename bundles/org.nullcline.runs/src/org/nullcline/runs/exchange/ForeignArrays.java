package org.nullcline.runs.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.runs.ArrayFiles;
import org.nullcline.runs.MalformedFileException;

/** The arrays of a foreign file, those that are mapped under their new names, and which of them have been used. */
final class ForeignArrays {

	private final Path file;
	private final Map<String, NamedArray> arrays = new LinkedHashMap<>();
	private final Set<String> mapped = new LinkedHashSet<>();
	private final Set<String> used = new LinkedHashSet<>();

	private ForeignArrays(Path file) {
		this.file = file;
	}

	/** @throws IllegalArgumentException naming the mapping, if it names no array of the file */
	static ForeignArrays read(Path file, List<ArrayMapping> mappings) throws IOException {
		Map<String, INDArray> content = ArrayFiles.read(file);
		ForeignArrays foreign = new ForeignArrays(file);
		content.forEach((name, array) -> foreign.arrays.put(name, new NamedArray(name, array)));
		for (ArrayMapping mapping : mappings) {
			NamedArray array = foreign.mapped(mapping, content);
			if (!foreign.mapped.add(mapping.ours())) {
				throw new IllegalArgumentException("--map " + mapping.ours() + "=...: is given twice");
			}
			foreign.arrays.put(mapping.ours(), array);
			if (!mapping.ours().equals(mapping.theirs()) && !foreign.mapped.contains(mapping.theirs())) {
				foreign.arrays.remove(mapping.theirs());
			}
		}
		return foreign;
	}

	private NamedArray mapped(ArrayMapping mapping, Map<String, INDArray> content) {
		String option = "--map " + mapping.ours() + "=" + mapping.theirs();
		// A name may end in .T itself.
		if (mapping.transposed() && content.containsKey(mapping.theirs() + ".T")) {
			return new NamedArray(mapping.theirs() + ".T", content.get(mapping.theirs() + ".T"));
		}
		INDArray array = content.get(mapping.theirs());
		if (array == null) {
			throw new IllegalArgumentException(option + ": " + file + " has no array '" + mapping.theirs() + "'; there are " + this);
		}
		if (!mapping.transposed()) {
			return new NamedArray(mapping.theirs(), array);
		}
		if (array.rank() != 2) {
			throw new IllegalArgumentException(option + ".T: only an array of two dimensions can be transposed, this has "
					+ array.rank());
		}
		return new NamedArray(mapping.theirs() + ".T", array.transpose().dup('c'));
	}

	/** All names, those of mapped arrays after their mapping. */
	Set<String> names() {
		return arrays.keySet();
	}

	boolean isMapped(String name) {
		return mapped.contains(name);
	}

	NamedArray peek(String name) {
		return arrays.get(name);
	}

	/** An array, which then counts as used. */
	NamedArray take(String name) {
		used.add(name);
		return arrays.get(name);
	}

	List<NamedArray> unused() {
		return arrays.keySet().stream().filter(name -> !used.contains(name)).map(arrays::get).toList();
	}

	/** @throws IllegalArgumentException naming a mapping whose name nothing has asked for */
	void requireMappedUsed(List<String> possible) {
		Optional<String> superfluous = mapped.stream().filter(name -> !used.contains(name)).findFirst();
		if (superfluous.isPresent()) {
			throw new IllegalArgumentException("--map " + superfluous.get() + "=...: the network has no array '"
					+ superfluous.get() + "'; it has " + String.join(", ", possible));
		}
	}

	/**
	 * Groups names that end as the arrays of a layer do, by what stands before.
	 *
	 * @param local the last part of a name as the layout has it, or null for a name that belongs to no layer
	 * @return by prefix (without the point or slash at its end): by the layer's own name, the name in the file
	 */
	Map<String, Map<String, String>> groups(UnaryOperator<String> local) {
		Map<String, Map<String, String>> groups = new LinkedHashMap<>();
		for (String name : arrays.keySet()) {
			int end = Math.max(name.lastIndexOf('.'), name.lastIndexOf('/'));
			String own = local.apply(name.substring(end + 1));
			if (own != null) {
				groups.computeIfAbsent(end < 0 ? "" : name.substring(0, end), prefix -> new LinkedHashMap<>()).put(own, name);
			}
		}
		return groups;
	}

	/**
	 * The arrays of the one recurrent layer.
	 *
	 * @param key    the array that every such layer has
	 * @param prefix of the layer's names, if the user has named one
	 * @return by the layer's own name, the name in the file; empty if there is no such layer
	 */
	Map<String, String> layer(UnaryOperator<String> local, String key, Optional<String> prefix) throws MalformedFileException {
		Map<String, Map<String, String>> groups = groups(local);
		List<String> found = new ArrayList<>(
				groups.keySet().stream().filter(group -> groups.get(group).containsKey(key)).toList());
		if (prefix.isPresent()) {
			String wanted = prefix.get().replaceFirst("[./]$", "");
			if (!found.contains(wanted)) {
				throw new MalformedFileException(file, "has no recurrent layer '" + wanted + "'; there are "
						+ (found.isEmpty() ? "none: it holds " + this : quoted(found)));
			}
			found = List.of(wanted);
		} else if (isMapped(key)) {
			found = List.of("");
		}
		if (found.size() > 1) {
			throw new MalformedFileException(file, "holds several recurrent layers: " + quoted(found)
					+ "; choose one with --prefix, or name its arrays with --map");
		}
		if (found.isEmpty()) {
			return Map.of();
		}
		Map<String, String> layer = new LinkedHashMap<>(groups.get(found.get(0)));
		groups.getOrDefault("", Map.of()).forEach((own, name) -> {
			if (isMapped(name)) {
				layer.put(own, name);
			}
		});
		return layer;
	}

	private static String quoted(List<String> names) {
		return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
	}

	@Override
	public String toString() {
		return arrays.values().stream().map(NamedArray::toString).collect(Collectors.joining(", "));
	}
}

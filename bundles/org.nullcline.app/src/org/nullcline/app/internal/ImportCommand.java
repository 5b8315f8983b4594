package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.nullcline.core.network.Network;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.linearalgebra.NativeRuntime;
import org.nullcline.runs.Json;
import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.exchange.ArrayMapping;
import org.nullcline.runs.exchange.ImportedNetwork;
import org.nullcline.runs.exchange.NetworkImport;
import org.nullcline.runs.exchange.WeightLayout;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: makes a network file of weights that another program has saved. */
@CommandLine.Command(name = "import", description = "Make a network of weights from PyTorch, Keras or anything else.", footer = {
		"",
		"PyTorch: the names of one recurrent layer, alone or after a prefix (rnn.weight_ih_l0): weight_ih_l0 [blocks * units, "
				+ "inputs], weight_hh_l0 [blocks * units, units], bias_ih_l0, bias_hh_l0. Blocks of rows: gru r, z, n; lstm i, f, g, "
				+ "o; ugrnn gate, candidate. Missing biases are zero.",
		"Keras: kernel, recurrent_kernel and bias of SimpleRNN (vanilla), GRU or LSTM; the shape of the bias tells whether a GRU "
				+ "resets before or after the product.",
		"Readout: readout.weight [outputs, units] and readout.bias, or the only linear layer that fits (fc.weight, "
				+ "dense.kernel). Initial state: initial_state, else zeros.",
		"Other names are given with --map. What was recognised and assumed is printed; arrays that were not used are a warning.",
		"No pickle is ever read: from Python, save with safetensors.torch.save_file(model.state_dict(), FILE) or "
				+ "numpy.savez(FILE, ...)." })
final class ImportCommand extends Command {

	@Parameters(paramLabel = "FILE", description = "Arrays: a safetensors, .npz or .npy file, or a folder of .npy files named after their arrays.")
	Path file;

	@Option(names = "--cell", required = true, paramLabel = "C", description = "Identifier of the architecture; see: nullcline list architectures.")
	String cell;

	@Option(names = "--out", required = true, paramLabel = "NETWORK", description = "The network file to write (safetensors).")
	Path out;

	@Option(names = "--variant", paramLabel = "V", description = "Short for --set variant=V. Of a gru: reset-after (PyTorch, cuDNN, Keras; assumed) or reset-before (Cho et al. 2014).")
	String variant;

	@Option(names = "--set", paramLabel = "PARAMETER=VALUE", description = "A parameter of the architecture, for example nonlinearity=relu; or task.PARAMETER=VALUE.")
	List<String> settings = List.of();

	@Option(names = "--layout", paramLabel = "L", description = "pytorch or keras; recognised by the names without it.")
	String layout;

	@Option(names = "--prefix", paramLabel = "P", description = "Which recurrent layer, where the file holds several: what stands before its names.")
	String prefix;

	@Option(names = "--map", paramLabel = "OURS=THEIRS", description = "An array that has another name, for example weight_hh_l0=W_rec; with .T at the end for its transpose. May be given several times.")
	List<String> mappings = List.of();

	@Option(names = "--readout", paramLabel = "identity", description = "Make every unit an output, whatever the file holds.")
	String readout;

	@Option(names = "--task", paramLabel = "T", description = "The task that the network was trained on, for analyses that need one; see: nullcline list tasks.")
	String taskId;

	@Option(names = "--force", description = "Overwrite NETWORK if it exists.")
	boolean force;

	@Option(names = "--json", description = "Print as JSON.")
	boolean json;

	@Override
	public Integer call() throws UsageException, IOException, ContributionException {
		ContributionRegistry registry = ContributionRegistry.read();
		Contribution architecture = registry.find(ContributionKind.ARCHITECTURE, cell)
				.orElseThrow(() -> new UsageException("--cell " + cell + ": no such architecture; there are " + registry
						.all(ContributionKind.ARCHITECTURE).stream().map(Contribution::id).collect(Collectors.joining(", "))));
		OutputFile.requireFree(out, force);
		if (readout != null && !readout.equals("identity")) {
			throw new UsageException("--readout " + readout + ": expected identity; a readout of the file is named with --map");
		}
		Settings parsed = Settings.parse(settings, cell);
		Map<String, String> given = new LinkedHashMap<>(parsed.own());
		if (variant != null) {
			given.put("variant", variant);
		}
		NamedTask task = NamedTask.of(taskId, parsed.ofTask(), registry);
		NativeRuntime.load();
		ImportedNetwork imported = read(architecture, given);
		if (task != null) {
			task.requireFits(file.toString(), imported.network());
		}
		NetworkFile.write(out, imported.network(), description(architecture, imported, task));
		show(imported);
		return ExitCode.DONE;
	}

	private ImportedNetwork read(Contribution architecture, Map<String, String> given)
			throws UsageException, IOException, ContributionException {
		try {
			// Before the file is read: a wrong parameter does not depend on it.
			architecture.parameters(given);
			return new NetworkImport(file, architecture, given, Optional.ofNullable(layout).map(WeightLayout::of),
					Optional.ofNullable(prefix), mappings.stream().map(ArrayMapping::parse).toList(), readout != null).read();
		} catch (IllegalArgumentException e) {
			throw new UsageException(e.getMessage().startsWith("--") ? e.getMessage()
					: architecture.label() + " > " + e.getMessage());
		}
	}

	private NetworkFile.Description description(Contribution architecture, ImportedNetwork imported, NamedTask task)
			throws IOException {
		Map<String, String> origin = new LinkedHashMap<>();
		origin.put("imported.from", file.toAbsolutePath().normalize().getFileName().toString());
		if (Files.isRegularFile(file)) {
			origin.put("imported.sha256", NetworkFile.sha256(file));
		}
		origin.put("imported.notes", String.join("; ", imported.notes()));
		return new NetworkFile.Description(cell, imported.parameters().values(), architecture.description(),
				Optional.ofNullable(task).map(named -> named.contribution().id()), task == null ? Map.of() : task.parameters().values(),
				origin);
	}

	private void show(ImportedNetwork imported) {
		Network network = imported.network();
		if (json) {
			Map<String, Object> content = new LinkedHashMap<>();
			content.put("network", out.toAbsolutePath().normalize().toString());
			content.put("architecture", cell);
			content.put("parameters", imported.parameters().values());
			content.put("inputs", network.cell().inputs());
			content.put("units", network.cell().units());
			content.put("outputs", network.outputs());
			content.put("arrays", imported.sources());
			content.put("notes", imported.notes());
			content.put("warnings", imported.warnings());
			terminal.result(Json.pretty(content).stripTrailing());
			return;
		}
		terminal.result(cell + " with " + network.cell().inputs() + " inputs, " + network.cell().units() + " units and "
				+ network.outputs() + " outputs");
		imported.notes().forEach(note -> terminal.result("  " + note));
		imported.warnings().forEach(warning -> terminal.message("Warning: " + file + ": " + warning));
		terminal.result("Network: " + out);
	}
}

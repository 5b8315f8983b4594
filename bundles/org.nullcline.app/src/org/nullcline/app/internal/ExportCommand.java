package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.exchange.NetworkWriter;
import org.nullcline.core.network.Precision;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.linearalgebra.NativeRuntime;
import org.nullcline.runs.Json;
import org.nullcline.runs.NetworkFile;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: writes the weights of a network for other programs. */
@CommandLine.Command(name = "export", description = "Write a network for other programs.", footer = { "",
		"Safetensors and npz hold the weights under PyTorch's names. Python reads the files with safetensors.torch.load_file(FILE) or numpy.load(FILE). weight_* and bias_* are those of "
				+ "torch.nn.RNN, GRU or LSTM, readout.weight and readout.bias those of a torch.nn.Linear; initial_state is the state "
				+ "before the first step." })
final class ExportCommand extends Command {

	/** Of the numbers in the file. */
	enum FileType {
		FLOAT32, FLOAT64;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	@Parameters(paramLabel = "NETWORK", description = "A network file, or a run folder.")
	Path network;

	@Option(names = "--format", required = true, paramLabel = "F", description = "An exporter: safetensors, npz, or one of a plug-in; see: nullcline list exporters.")
	String format;

	@Option(names = "--precision", paramLabel = "P", description = "float32 or float64, which is what networks are saved in.")
	FileType precision = FileType.FLOAT64;

	@Option(names = "--out", paramLabel = "FILE", description = "The file to write; without it NAME and the ending of the format, in the current folder.")
	Path out;

	@Option(names = "--force", description = "Overwrite FILE if it exists.")
	boolean force;

	@Option(names = "--json", description = "Print as JSON.")
	boolean json;

	@Override
	public Integer call() throws UsageException, IOException, ContributionException {
		NetworkSource source = NetworkSource.of(network);
		ContributionRegistry registry = ContributionRegistry.read();
		Contribution exporter = registry.find(ContributionKind.EXPORTER, format)
				.orElseThrow(() -> new UsageException("--format " + format + ": no such exporter; there are " + registry
						.all(ContributionKind.EXPORTER).stream().map(Contribution::id).collect(Collectors.joining(", "))));
		NetworkWriter writer = exporter.instantiate(NetworkWriter.class);
		Path target = out != null ? out : Path.of(source.name() + "." + exporter.attribute("ending").orElseThrow());
		OutputFile.requireFree(target, force);
		NativeRuntime.load();
		NetworkFile.Loaded loaded = NetworkFile.read(source.file(), registry);
		Map<String, INDArray> arrays = loaded.network().weights().arrays();
		Precision rounded = precision == FileType.FLOAT32 ? Precision.SINGLE : Precision.DOUBLE;
		if (rounded == Precision.SINGLE) {
			requireSingle(source, arrays);
		}
		write(exporter, writer, target, loaded, rounded);
		show(target, loaded, arrays);
		return ExitCode.DONE;
	}

	/** Beside the place first, so that a writer that fails leaves nothing half-written behind. */
	private static void write(Contribution exporter, NetworkWriter writer, Path target, NetworkFile.Loaded loaded, Precision rounded)
			throws IOException, ContributionException {
		Path parent = target.toAbsolutePath().normalize().getParent();
		Files.createDirectories(parent);
		Path beside = Files.createTempDirectory(parent, ".nullcline-export");
		Path whole = beside.resolve(target.getFileName());
		try {
			writer.write(whole, loaded.network(), loaded.metadata(), rounded);
			if (Files.notExists(whole)) {
				throw new ContributionException(exporter, "has written no file", null);
			}
			Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
		} catch (RuntimeException | Error e) {
			throw new ContributionException(exporter, "failed while writing " + target + ": " + e, e);
		} finally {
			Files.deleteIfExists(whole);
			Files.deleteIfExists(beside);
		}
	}

	private static void requireSingle(NetworkSource source, Map<String, INDArray> arrays) throws UsageException {
		for (Map.Entry<String, INDArray> array : arrays.entrySet()) {
			if (Arrays.stream(NativeArrays.values(array.getValue()))
					.anyMatch(value -> Double.isFinite(value) && Float.isInfinite((float) value))) {
				throw new UsageException(source.file() + ": array '" + array.getKey()
						+ "' holds numbers that are too large for float32; export it as float64");
			}
		}
	}

	private void show(Path target, NetworkFile.Loaded loaded, Map<String, INDArray> arrays) {
		Map<String, String> parameters = loaded.parameters("architecture.parameters");
		if (json) {
			Map<String, Object> content = new LinkedHashMap<>();
			content.put("file", target.toAbsolutePath().normalize().toString());
			content.put("format", format);
			content.put("precision", precision.toString());
			content.put("architecture", loaded.metadata().get("architecture"));
			content.put("parameters", parameters);
			Map<String, Object> shapes = new LinkedHashMap<>();
			arrays.forEach((name, array) -> shapes.put(name, array.shape()));
			content.put("arrays", shapes);
			terminal.result(Json.pretty(content).stripTrailing());
			return;
		}
		terminal.result(loaded.metadata().get("architecture") + " " + parameters);
		arrays.forEach((name, array) -> terminal.result("  " + name + " " + Arrays.toString(array.shape())));
		terminal.result("File: " + target);
	}
}

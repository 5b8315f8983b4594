package org.nullcline.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Network;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;

/**
 * A network in one safetensors file: arrays under PyTorch's names, and in the metadata what is needed to build the cell
 * again ({@code architecture}, {@code architecture.parameters}, {@code inputs}, {@code units}, {@code outputs}) and, where
 * known, the task ({@code task}, {@code task.parameters}).
 */
public final class NetworkFile {

	/** The name of the file in a run folder. */
	public static final String FILE = "weights.safetensors";

	private static final int LARGEST_SIZE = 1 << 20;

	private NetworkFile() {
	}

	/**
	 * What a file says of its network beside the numbers.
	 *
	 * @param architecture           its identifier
	 * @param architectureParameters values of all its parameters
	 * @param equations              of the architecture, for people
	 * @param task                   identifier of the task; nothing where it is not known
	 * @param taskParameters         values of all its parameters
	 * @param origin                 further texts, such as the file that the network was imported from
	 */
	public record Description(String architecture, Map<String, String> architectureParameters, String equations,
			Optional<String> task, Map<String, String> taskParameters, Map<String, String> origin) {

		/** What is known of a trained network. */
		public static Description of(RunRecord run, String equations) {
			return new Description(run.architecture().id(), run.architecture().parameters(), equations,
					Optional.of(run.task().id()), run.task().parameters(), Map.of());
		}
	}

	/**
	 * Writes a trained network with the description of its cell.
	 *
	 * @param equations of the architecture, for people
	 * @return the SHA-256 of the file
	 */
	public static String write(Path file, Network network, RunRecord run, String equations) throws IOException {
		return write(file, network, Description.of(run, equations));
	}

	/**
	 * Writes a network with the description of its cell.
	 *
	 * @return the SHA-256 of the file
	 */
	public static String write(Path file, Network network, Description description) throws IOException {
		new SafeTensors(metadata(network, description), network.weights().arrays()).write(file);
		return sha256(file);
	}

	/** What a file must say beside its arrays, so that {@link #read} can build the network again. */
	public static Map<String, String> metadata(Network network, RunRecord run, String equations) {
		return metadata(network, Description.of(run, equations));
	}

	private static Map<String, String> metadata(Network network, Description description) {
		Map<String, String> metadata = new LinkedHashMap<>();
		metadata.put("format", "nullcline-network-1");
		metadata.put("architecture", description.architecture());
		metadata.put("architecture.parameters", new Gson().toJson(description.architectureParameters()));
		metadata.put("architecture.equations", description.equations());
		metadata.put("readout", "y = readout.weight h + readout.bias, of the state after each step");
		metadata.put("initial_state", "the state before the first step of a trial");
		metadata.put("inputs", Integer.toString(network.cell().inputs()));
		metadata.put("units", Integer.toString(network.cell().units()));
		metadata.put("outputs", Integer.toString(network.outputs()));
		description.task().ifPresent(task -> {
			metadata.put("task", task);
			metadata.put("task.parameters", new Gson().toJson(description.taskParameters()));
		});
		metadata.putAll(description.origin());
		return metadata;
	}

	/**
	 * A network from its file.
	 *
	 * @param network  the network
	 * @param metadata of the file
	 */
	public record Loaded(Network network, Map<String, String> metadata) {

		/** A map of parameters that the metadata holds under a name. */
		public Map<String, String> parameters(String key) {
			return readParameters(metadata, key);
		}
	}

	/**
	 * Reads a network.
	 *
	 * @throws MalformedFileException if the file is damaged or does not describe its network
	 * @throws ContributionException  if the plug-in with its architecture is missing or broken
	 */
	public static Loaded read(Path file, ContributionRegistry registry) throws IOException, ContributionException {
		SafeTensors content = SafeTensors.read(file);
		Map<String, String> metadata = content.metadata();
		String id = metadata.get("architecture");
		if (id == null) {
			throw new MalformedFileException(file,
					"does not say which architecture it holds (metadata 'architecture'); make a network of it with: nullcline import "
							+ file + " --cell CELL --out NETWORK");
		}
		Contribution contribution = registry.find(ContributionKind.ARCHITECTURE, id).orElseThrow(() -> new IOException(
				file + ": holds a network of the architecture '" + id + "', which no installed plug-in gives"));
		try {
			Network network = Network.of(
					contribution.instantiate(Architecture.class).create(size(metadata, "inputs"), size(metadata, "units"),
							contribution.parameters(readParameters(metadata, "architecture.parameters"))),
					size(metadata, "outputs"), content.tensors());
			return new Loaded(network, metadata);
		} catch (IllegalArgumentException | JsonParseException e) {
			throw new MalformedFileException(file, "does not fit its description: " + e.getMessage());
		}
	}

	/** The SHA-256 of a file, in hexadecimal digits. */
	public static String sha256(Path file) throws IOException {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}

	private static int size(Map<String, String> metadata, String name) {
		int size = Integer.parseInt(metadata.get(name));
		if (size < 1 || size > LARGEST_SIZE) {
			throw new IllegalArgumentException("metadata '" + name + "' is " + size);
		}
		return size;
	}

	private static Map<String, String> readParameters(Map<String, String> metadata, String key) {
		String text = metadata.get(key);
		Map<String, String> parameters = text == null ? null
				: new Gson().fromJson(text, new TypeToken<Map<String, String>>() {
				});
		return parameters == null ? Map.of() : parameters;
	}
}

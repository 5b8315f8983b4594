package org.nullcline.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.linearalgebra.NativeRuntime;
import org.nullcline.runs.Json;
import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.NumpyFiles;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code rollout}: runs a network on given inputs. */
@CommandLine.Command(name = "rollout", description = "Run a network on inputs and write its states.", footer = { "",
		"Inputs are [batch, time, input], or [time, input] for one trial. States are those after each step, [batch, time, state] "
				+ "in double precision; the state of an lstm is h and c side by side. Every trial begins with the network's initial "
				+ "state. Noise is drawn for each trial from a stream of its own below the seed, so the noise of a trial does not "
				+ "depend on how many there are." })
final class RolloutCommand extends Command {

	/** Numbers of all states together, a gigabyte. */
	private static final long MOST_VALUES = 1L << 27;

	@Option(names = "--network", required = true, paramLabel = "N", description = "A network file, or a run folder.")
	Path network;

	@Option(names = "--inputs", required = true, paramLabel = "X.npy", description = "The inputs, a NumPy file.")
	Path inputs;

	@Option(names = "--out", required = true, paramLabel = "STATES.npy", description = "The file for the states.")
	Path out;

	@Option(names = "--outputs", paramLabel = "Y.npy", description = "A file for the outputs as well, [batch, time, output].")
	Path outputs;

	@Option(names = "--noise", paramLabel = "S", description = "Standard deviation of Gaussian noise that is added to every value of the state after each step: h = F(x, h) + S n.")
	double noise;

	@Option(names = "--input-noise", paramLabel = "S", description = "Standard deviation of Gaussian noise that is added to the inputs.")
	double inputNoise;

	@Option(names = "--seed", paramLabel = "K", description = "Seed of the noise; 1 without it.")
	long seed = 1;

	@Option(names = "--force", description = "Overwrite files that exist.")
	boolean force;

	@Option(names = "--json", description = "Print as JSON.")
	boolean json;

	@Override
	public Integer call() throws UsageException, IOException, ContributionException {
		requireDeviation("--noise", noise);
		requireDeviation("--input-noise", inputNoise);
		NetworkSource source = NetworkSource.of(network);
		OutputFile.requireFree(out, force);
		if (outputs != null) {
			OutputFile.requireFree(outputs, force);
			if (outputs.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
				throw new UsageException("--outputs " + outputs + ": is the file for the states; name another");
			}
		}
		NativeRuntime.load();
		Network loaded = NetworkFile.read(source.file(), ContributionRegistry.read()).network();
		INDArray sequence = sequence(NumpyFiles.read(inputs), loaded);
		INDArray states = new Rollout(loaded, noise, inputNoise, seed).states(sequence);
		boolean finite = Arrays.stream(NativeArrays.values(states)).allMatch(Double::isFinite);
		NumpyFiles.write(out, states);
		if (outputs != null) {
			NumpyFiles.write(outputs, loaded.outputs(states));
		}
		if (!finite) {
			terminal.message("Warning: " + source.name() + ": some states are NaN or infinite; the network diverges on these inputs");
		}
		show(source, sequence, states, loaded);
		return ExitCode.DONE;
	}

	private static void requireDeviation(String option, double value) throws UsageException {
		if (!Double.isFinite(value) || value < 0) {
			throw new UsageException(option + " " + value + ": expected a standard deviation, 0 or more");
		}
	}

	private INDArray sequence(INDArray array, Network loaded) throws UsageException {
		int channels = loaded.cell().inputs();
		INDArray sequence = array.rank() == 2 ? array.reshape('c', 1, array.size(0), array.size(1)) : array;
		if (sequence.rank() != 3 || sequence.size(2) != channels) {
			throw new UsageException(inputs + ": expected an array of shape [batch, time, " + channels + "] or [time, " + channels
					+ "], found " + Arrays.toString(array.shape()));
		}
		if (sequence.size(0) * sequence.size(1) * Math.max(loaded.cell().state().size(), loaded.outputs()) > MOST_VALUES) {
			throw new UsageException(inputs + ": " + sequence.size(0) + " trials of " + sequence.size(1)
					+ " steps give more states than fit into memory; split the trials over several files");
		}
		if (!Arrays.stream(NativeArrays.values(sequence)).allMatch(Double::isFinite)) {
			throw new UsageException(inputs + ": holds NaN or infinite inputs");
		}
		return sequence;
	}

	private void show(NetworkSource source, INDArray sequence, INDArray states, Network loaded) {
		if (json) {
			Map<String, Object> content = new LinkedHashMap<>();
			content.put("network", source.file().toAbsolutePath().normalize().toString());
			content.put("states", out.toAbsolutePath().normalize().toString());
			content.put("shape", states.shape());
			Map<String, Integer> parts = new LinkedHashMap<>();
			loaded.cell().state().parts().forEach(part -> parts.put(part.name(), part.size()));
			content.put("state", parts);
			Optional.ofNullable(outputs).ifPresent(file -> content.put("outputs", file.toAbsolutePath().normalize().toString()));
			content.put("noise", noise);
			content.put("inputNoise", inputNoise);
			content.put("seed", seed);
			terminal.result(Json.pretty(content).stripTrailing());
			return;
		}
		terminal.result(source.name() + ": " + sequence.size(0) + (sequence.size(0) == 1 ? " trial of " : " trials of ")
				+ sequence.size(1) + " steps from the initial state, " + described("noise on the state", noise) + ", "
				+ described("noise on the inputs", inputNoise) + (noise > 0 || inputNoise > 0 ? ", seed " + seed : ""));
		terminal.result("States: " + out + " " + Arrays.toString(states.shape()));
		if (outputs != null) {
			terminal.result("Outputs: " + outputs);
		}
	}

	private static String described(String what, double deviation) {
		return deviation == 0 ? "no " + what : what + " of standard deviation " + deviation;
	}
}

package org.nullcline.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.RequiredResults;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Scope;

/** The results that an analysis requires, read from their folders when they are asked for. */
public final class StoredRequiredResults implements RequiredResults {

	private static final int NAMED = 3;

	/** Where results lie. */
	public interface Location {

		/** The result folder of an analysis of one network. */
		Path ofNetwork(String analysis, String network);

		/** The result folder of an analysis of the population. */
		Path ofPopulation(String analysis);
	}

	private final Contribution analysis;
	private final List<String> networks;
	private final Location location;
	private final ContributionRegistry registry;

	/**
	 * @param analysis that requires the results
	 * @param networks the names of those that it is asked of
	 * @param location of the results, whether they exist or not
	 */
	public StoredRequiredResults(Contribution analysis, List<String> networks, Location location,
			ContributionRegistry registry) {
		this.analysis = analysis;
		this.networks = List.copyOf(networks);
		this.location = location;
		this.registry = registry;
	}

	@Override
	public Optional<AnalysisResult> ofNetwork(String required, Subject subject) throws AnalysisException {
		requireDeclared(required, Scope.NETWORK);
		return read(required, location.ofNetwork(required, subject.name()));
	}

	@Override
	public Optional<AnalysisResult> ofPopulation(String required) throws AnalysisException {
		requireDeclared(required, Scope.POPULATION);
		return read(required, location.ofPopulation(required));
	}

	/** One sentence for each required analysis that failed, with its reason. */
	public List<String> failures() {
		List<String> sentences = new ArrayList<>();
		for (String required : analysis.requires()) {
			List<String> failed = new ArrayList<>();
			String reason = "";
			for (Map.Entry<String, Path> folder : folders(required).entrySet()) {
				if (!Files.exists(folder.getValue().resolve(StoredResult.FILE))) {
					failed.add(folder.getKey());
					reason = reason.isEmpty() ? reason(folder.getValue()) : reason;
				}
			}
			if (!failed.isEmpty()) {
				String about = isOfPopulation(required) ? "" : " for " + some(failed);
				sentences.add("The required analysis '" + required + "' has no result" + about + ": " + reason);
			}
		}
		return sentences;
	}

	private static String some(List<String> names) {
		return names.size() <= NAMED ? String.join(", ", names)
				: String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
	}

	private static String reason(Path folder) {
		try {
			return Files.readString(folder.resolve(StoredResult.FAILURE_FILE));
		} catch (IOException e) {
			return "it was not asked.";
		}
	}

	/** What tells these results from others: one digest of all files of a required analysis, by its identifier. */
	public Map<String, String> fingerprints() throws IOException {
		Map<String, String> fingerprints = new TreeMap<>();
		for (String required : analysis.requires()) {
			MessageDigest digest = sha256();
			for (Map.Entry<String, Path> folder : folders(required).entrySet()) {
				digest.update(folder.getKey().getBytes(StandardCharsets.UTF_8));
				digest.update(fingerprint(folder.getValue()));
			}
			fingerprints.put(required, HexFormat.of().formatHex(digest.digest()));
		}
		return fingerprints;
	}

	private static byte[] fingerprint(Path folder) throws IOException {
		MessageDigest digest = sha256();
		try {
			digest.update(Files.readAllBytes(folder.resolve(StoredResult.FILE)));
			for (Path array : new TreeMap<>(StoredResult.read(folder).arrays()).values()) {
				digest.update(Files.readAllBytes(array));
			}
		} catch (NoSuchFileException e) {
			// A result that is missing, or lacks an array, differs from one that is whole.
			digest.update((byte) 0);
		}
		return digest.digest();
	}

	/** Result folders by the names of the networks; one without a name, for an analysis of the population. */
	private Map<String, Path> folders(String required) {
		if (isOfPopulation(required)) {
			return Map.of("", location.ofPopulation(required));
		}
		Map<String, Path> folders = new TreeMap<>();
		networks.forEach(network -> folders.put(network, location.ofNetwork(required, network)));
		return folders;
	}

	private boolean isOfPopulation(String required) {
		return registry.find(ContributionKind.ANALYSIS, required).flatMap(Contribution::scope)
				.filter(scope -> scope == Scope.POPULATION).isPresent();
	}

	private void requireDeclared(String required, Scope scope) {
		if (!analysis.requires().contains(required)) {
			throw new IllegalArgumentException("the analysis '" + analysis.id() + "' does not declare that it requires '"
					+ required + "'; it declares " + (analysis.requires().isEmpty() ? "nothing"
							: String.join(", ", analysis.requires())));
		}
		if (isOfPopulation(required) != (scope == Scope.POPULATION)) {
			throw new IllegalArgumentException("the analysis '" + required + "' is one of "
					+ (scope == Scope.POPULATION ? "networks, not of the population" : "the population, not of networks"));
		}
	}

	private static Optional<AnalysisResult> read(String required, Path folder) throws AnalysisException {
		if (!Files.exists(folder.resolve(StoredResult.FILE))) {
			return Optional.empty();
		}
		try {
			return Optional.of(StoredResult.read(folder).load());
		} catch (IOException e) {
			throw new AnalysisException("The result of the required analysis '" + required + "' cannot be read: "
					+ e.getMessage());
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}
}

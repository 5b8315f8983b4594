package org.nullcline.plugins.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.query.IQueryable;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.nullcline.plugins.InstallationException;

/** Chooses what to install from a repository. */
final class Choice {

	private static final String FEATURE = ".feature.group";

	private Choice() {
	}

	/**
	 * The newest version of each.
	 *
	 * @param ids of features or bundles; empty for the only one that there is
	 */
	static List<IInstallableUnit> of(IQueryable<IInstallableUnit> repository, Collection<String> ids) throws InstallationException {
		List<IInstallableUnit> offered = offered(repository);
		if (ids.isEmpty()) {
			if (offered.size() == 1) {
				return offered;
			}
			throw new InstallationException(offered.isEmpty() ? "The repository holds no plug-in."
					: "The repository holds several plug-ins; name those to install: " + names(offered));
		}
		List<IInstallableUnit> chosen = new ArrayList<>();
		for (String id : ids) {
			chosen.add(newest(repository, id + FEATURE).or(() -> newest(repository, id)).orElseThrow(
					() -> new InstallationException("The repository holds no plug-in '" + id + "'; it has " + names(offered))));
		}
		return chosen;
	}

	/** Features; bundles, where there are none. */
	private static List<IInstallableUnit> offered(IQueryable<IInstallableUnit> repository) {
		List<IInstallableUnit> newest = StreamSupport
				.stream(repository.query(QueryUtil.createLatestIUQuery(), null).spliterator(), false)
				.sorted((a, b) -> a.getId().compareTo(b.getId())).toList();
		List<IInstallableUnit> features = newest.stream().filter(QueryUtil::isGroup).toList();
		return !features.isEmpty() ? features
				: newest.stream().filter(unit -> unit.getArtifacts().stream().anyMatch(key -> key.getClassifier().equals("osgi.bundle")))
						.toList();
	}

	private static Optional<IInstallableUnit> newest(IQueryable<IInstallableUnit> repository, String id) {
		return StreamSupport.stream(repository.query(QueryUtil.createLatestQuery(QueryUtil.createIUQuery(id)), null).spliterator(), false)
				.findFirst();
	}

	private static String names(List<IInstallableUnit> units) {
		return units.isEmpty() ? "none" : units.stream().map(unit -> unit.getId().replace(FEATURE, "")).collect(Collectors.joining(", "));
	}
}

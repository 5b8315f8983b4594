package org.nullcline.plugins.internal;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IRequirement;
import org.eclipse.equinox.p2.publisher.IPublisherAction;
import org.eclipse.equinox.p2.publisher.IPublisherInfo;
import org.eclipse.equinox.p2.publisher.Publisher;
import org.eclipse.equinox.p2.publisher.PublisherInfo;
import org.eclipse.equinox.p2.publisher.eclipse.BundlesAction;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.artifact.IArtifactDescriptor;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepository;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepositoryManager;
import org.nullcline.plugins.InstallationException;

/** Where plug-ins come from: a p2 repository, or one made for the moment around a single file. */
final class Source implements AutoCloseable {

	private final IMetadataRepositoryManager metadataManager;
	private final IArtifactRepositoryManager artifactManager;
	private final URI location;
	/** What is deleted in the end. */
	private final Path temporary;
	private final IMetadataRepository metadata;
	private final IArtifactRepository artifacts;

	private Source(IProvisioningAgent agent, URI location, Path temporary, IProgressMonitor monitor) throws InstallationException {
		metadataManager = agent.getService(IMetadataRepositoryManager.class);
		artifactManager = agent.getService(IArtifactRepositoryManager.class);
		this.location = location;
		this.temporary = temporary;
		SubMonitor progress = SubMonitor.convert(monitor, 2);
		try {
			metadata = metadataManager.loadRepository(location, progress.split(1));
			artifacts = artifactManager.loadRepository(location, progress.split(1));
		} catch (ProvisionException e) {
			throw new InstallationException(location + ": " + Download.unreachable(failure(e.getStatus(), e)).orElseGet(
					() -> e.getStatus().getCode() == ProvisionException.REPOSITORY_NOT_FOUND
							? "holds no p2 repository, because there is no content.jar, content.xml or content.xml.xz in it"
							: "is no p2 repository that can be read: " + e.getMessage()));
		}
	}

	/** The exception that a status tells of, at whatever depth. */
	private static Throwable failure(IStatus status, Throwable otherwise) {
		if (status.getException() != null) {
			return status.getException();
		}
		for (IStatus child : status.getChildren()) {
			Throwable found = failure(child, null);
			if (found != null) {
				return found;
			}
		}
		return otherwise;
	}

	/** A repository, in a folder, a zip file or on the network. */
	static Source repository(IProvisioningAgent agent, URI location, IProgressMonitor monitor) throws InstallationException {
		return new Source(agent, location, null, monitor);
	}

	/** A jar. */
	static Source file(IProvisioningAgent agent, Path jar, IProgressMonitor monitor) throws InstallationException, IOException {
		Path folder = Files.createTempDirectory("nullcline-install");
		try {
			URI location = folder.toUri();
			IMetadataRepositoryManager metadataManager = agent.getService(IMetadataRepositoryManager.class);
			IArtifactRepositoryManager artifactManager = agent.getService(IArtifactRepositoryManager.class);
			PublisherInfo info = new PublisherInfo();
			info.setMetadataRepository(metadataManager.createRepository(location, "Plug-in to install",
					IMetadataRepositoryManager.TYPE_SIMPLE_REPOSITORY, null));
			info.setArtifactRepository(artifactManager.createRepository(location, "Plug-in to install",
					IArtifactRepositoryManager.TYPE_SIMPLE_REPOSITORY, null));
			info.setArtifactOptions(IPublisherInfo.A_PUBLISH | IPublisherInfo.A_INDEX);
			SubMonitor progress = SubMonitor.convert(monitor, 2);
			IStatus status = new Publisher(info).publish(new IPublisherAction[] { new BundlesAction(new File[] { jar.toFile() }) },
					progress.split(1));
			if (status.getSeverity() >= IStatus.ERROR) {
				throw new InstallationException(PlanExplanation.of(status));
			}
			return new Source(agent, location, folder, progress.split(1));
		} catch (ProvisionException e) {
			throw new InstallationException(jar + ": cannot be prepared for installation: " + e.getMessage());
		}
	}

	URI location() {
		return location;
	}

	IMetadataRepository metadata() {
		return metadata;
	}

	/** Units with all that they require of this source, directly or not. */
	Set<IInstallableUnit> withRequired(Collection<IInstallableUnit> units) {
		Set<IInstallableUnit> all = new LinkedHashSet<>();
		Deque<IInstallableUnit> open = new ArrayDeque<>(units);
		while (!open.isEmpty()) {
			IInstallableUnit unit = open.remove();
			if (all.add(unit)) {
				for (IRequirement requirement : unit.getRequirements()) {
					metadata.query(QueryUtil.createMatchQuery(requirement.getMatches()), null).forEach(open::add);
				}
			}
		}
		return all;
	}

	/** The file of a bundle, copied to a folder; null where this source does not have it. */
	Path download(IInstallableUnit unit, Path folder, IProgressMonitor monitor) throws InstallationException, IOException {
		for (IArtifactKey key : unit.getArtifacts()) {
			for (IArtifactDescriptor descriptor : artifacts.getArtifactDescriptors(key)) {
				Path file = folder.resolve(key.getId() + "_" + key.getVersion() + ".jar");
				try (OutputStream out = Files.newOutputStream(file)) {
					IStatus status = artifacts.getArtifact(descriptor, out, monitor);
					if (status.getSeverity() >= IStatus.ERROR) {
						throw new InstallationException(PlanExplanation.of(status));
					}
				}
				return file;
			}
		}
		return null;
	}

	@Override
	public void close() {
		// Managers remember what they have loaded, also for the next start; then files may have gone, and servers may have news.
		if (!Download.isOfTheNetwork(location)) {
			metadataManager.removeRepository(location);
			artifactManager.removeRepository(location);
		}
		if (temporary != null) {
			delete(temporary);
		}
	}

	static void delete(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		} catch (IOException e) {
			org.eclipse.core.runtime.ILog.of(Source.class).warn("Temporary files stay behind in " + folder, e);
		}
	}
}

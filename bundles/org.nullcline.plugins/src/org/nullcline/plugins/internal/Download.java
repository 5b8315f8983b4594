package org.nullcline.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.nullcline.plugins.InstallationException;

/** One file from the network: a jar, or a repository as a zip, as they are attached to a release. */
final class Download implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);
	private static final int OK = 200;
	private static final int BUFFER = 1 << 16;

	private final Path folder;
	private final Path file;

	private Download(Path folder, Path file) {
		this.folder = folder;
		this.file = file;
	}

	/** Whether an address names a file that is to be fetched as a whole. */
	static boolean isFor(URI address) {
		return isOfTheNetwork(address) && address.getPath() != null && address.getPath().matches(".*\\.(jar|zip)");
	}

	/** Whether an address is one of http or https. */
	static boolean isOfTheNetwork(URI address) {
		return "http".equals(address.getScheme()) || "https".equals(address.getScheme());
	}

	/** @throws InstallationException naming the address, if there is no such file or nobody answers */
	static Download of(URI address, IProgressMonitor monitor) throws InstallationException, IOException {
		String path = address.getPath();
		Path folder = Files.createTempDirectory("nullcline-download");
		Path file = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
		try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NORMAL).build()) {
			HttpResponse<InputStream> answer = client.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
					HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream in = answer.body()) {
				if (answer.statusCode() != OK) {
					throw new InstallationException(address + ": cannot be fetched: the server answers " + answer.statusCode());
				}
				copy(in, file, monitor);
			}
			return new Download(folder, file);
		} catch (IOException e) {
			Source.delete(folder);
			throw new InstallationException(address + ": " + unreachable(e).orElse("cannot be fetched: " + e.getMessage()));
		} catch (InterruptedException e) {
			Source.delete(folder);
			Thread.currentThread().interrupt();
			throw new OperationCanceledException();
		} catch (InstallationException | RuntimeException e) {
			Source.delete(folder);
			throw e;
		}
	}

	private static void copy(InputStream in, Path file, IProgressMonitor monitor) throws IOException {
		byte[] buffer = new byte[BUFFER];
		try (OutputStream out = Files.newOutputStream(file)) {
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				if (monitor.isCanceled()) {
					throw new OperationCanceledException();
				}
				out.write(buffer, 0, read);
			}
		}
	}

	/** In the words of people, that nobody was there to answer; nothing if somebody was. */
	static Optional<String> unreachable(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
				return Optional.of("cannot be reached: there is no such host, or this machine is not connected");
			}
			if (cause instanceof ConnectException) {
				return Optional.of("cannot be reached: nobody answers there; is the address right, and is the server running?");
			}
			if (cause instanceof HttpTimeoutException || cause instanceof SocketTimeoutException) {
				return Optional.of("cannot be reached: no answer within " + PATIENCE.toSeconds() + " s");
			}
			if (cause instanceof SSLException) {
				return Optional.of("cannot be reached safely: " + cause.getMessage()
						+ "; does the server speak https, with a certificate that this machine knows?");
			}
		}
		return Optional.empty();
	}

	Path file() {
		return file;
	}

	@Override
	public void close() {
		Source.delete(folder);
	}
}

package org.nullcline.plugintests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A web server of this machine that serves the files of a folder. */
final class RepositoryServer implements AutoCloseable {

	private static final int OK = 200;
	private static final int NOT_FOUND = 404;

	private final Path folder;
	private final HttpServer server;
	private volatile Predicate<String> lost = path -> false;

	RepositoryServer(Path folder) throws IOException {
		this.folder = folder;
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", this::answer);
		server.start();
	}

	/** Files that it does not find from now on. */
	void lose(Predicate<String> paths) {
		lost = paths;
	}

	/** The address of a file or folder. */
	String address(String path) {
		return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			Path file = folder.resolve(path.substring(1)).normalize();
			if (!file.startsWith(folder) || !Files.isRegularFile(file) || lost.test(path)) {
				exchange.sendResponseHeaders(NOT_FOUND, -1);
				return;
			}
			byte[] content = Files.readAllBytes(file);
			if (exchange.getRequestMethod().equals("HEAD")) {
				exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
				exchange.sendResponseHeaders(OK, -1);
				return;
			}
			exchange.sendResponseHeaders(OK, content.length);
			exchange.getResponseBody().write(content);
		}
	}

	@Override
	public void close() {
		server.stop(0);
	}
}

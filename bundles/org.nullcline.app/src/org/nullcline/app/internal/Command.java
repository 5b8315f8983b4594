package org.nullcline.app.internal;

import java.util.concurrent.Callable;

import picocli.CommandLine.Option;

/** What all commands have in common: a terminal, and {@code --help}. */
abstract class Command implements Callable<Integer> {

	Terminal terminal;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help.")
	boolean help;
}

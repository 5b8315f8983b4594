package org.nullcline.app.internal;

import picocli.CommandLine;

/** Makes commands that write to one terminal. */
final class CommandFactory implements CommandLine.IFactory {

	private final Terminal terminal;

	CommandFactory(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public <K> K create(Class<K> type) throws Exception {
		if (Command.class.isAssignableFrom(type)) {
			K command = type.getDeclaredConstructor().newInstance();
			((Command) command).terminal = terminal;
			return command;
		}
		return CommandLine.defaultFactory().create(type);
	}
}

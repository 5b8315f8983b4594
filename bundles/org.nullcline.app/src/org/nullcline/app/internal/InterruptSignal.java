package org.nullcline.app.internal;

import java.lang.reflect.Proxy;

import org.eclipse.core.runtime.ILog;

/**
 * Ctrl-C and {@code kill}: the first asks for a clean stop, the second ends the process at once.
 * <p>
 * {@code sun.misc.Signal} is no package of the Java platform that a bundle could import, hence the reflection.
 */
final class InterruptSignal implements AutoCloseable {

	private static final String[] SIGNALS = { "INT", "TERM" };

	private final Object[] previous = new Object[SIGNALS.length];
	private boolean asked;

	InterruptSignal(Runnable stop) {
		for (int i = 0; i < SIGNALS.length; i++) {
			previous[i] = install(SIGNALS[i], handler(stop));
		}
	}

	private Object handler(Runnable stop) {
		try {
			Class<?> type = load("sun.misc.SignalHandler");
			return Proxy.newProxyInstance(type.getClassLoader() == null ? getClass().getClassLoader() : type.getClassLoader(),
					new Class<?>[] { type }, (proxy, method, arguments) -> {
						if (method.getName().equals("handle")) {
							synchronized (this) {
								if (asked) {
									Runtime.getRuntime().halt(ExitCode.CANCELLED);
								}
								asked = true;
							}
							stop.run();
						}
						return switch (method.getName()) {
						case "hashCode" -> System.identityHashCode(proxy);
						case "equals" -> proxy == arguments[0];
						case "toString" -> "interrupt";
						default -> null;
						};
					});
		} catch (ReflectiveOperationException | IllegalArgumentException e) {
			ILog.of(InterruptSignal.class).warn("Signals cannot be handled", e);
			return null;
		}
	}

	private static Object install(String name, Object handler) {
		if (handler == null) {
			return null;
		}
		try {
			Class<?> signal = load("sun.misc.Signal");
			return signal.getMethod("handle", signal, load("sun.misc.SignalHandler")).invoke(null,
					signal.getConstructor(String.class).newInstance(name), handler);
		} catch (ReflectiveOperationException e) {
			ILog.of(InterruptSignal.class).warn("Signal " + name + " cannot be handled", e);
			return null;
		}
	}

	private static Class<?> load(String name) throws ClassNotFoundException {
		return Class.forName(name, false, ClassLoader.getSystemClassLoader());
	}

	@Override
	public void close() {
		for (int i = 0; i < SIGNALS.length; i++) {
			install(SIGNALS[i], previous[i]);
		}
	}
}

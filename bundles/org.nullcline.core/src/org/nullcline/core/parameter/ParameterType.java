package org.nullcline.core.parameter;

/** What kind of value a parameter takes; {@link #id()} is how an extension writes it. */
public enum ParameterType {
	/** A whole number (Java {@code int}). */
	INTEGER("integer"),
	/** A finite number (Java {@code double}). */
	REAL("real"),
	/** {@code true} or {@code false}. */
	BOOLEAN("boolean"),
	/** One of the declared choices. */
	CHOICE("choice"),
	/** Any text. */
	TEXT("text");

	private final String id;

	ParameterType(String id) {
		this.id = id;
	}

	public String id() {
		return id;
	}
}

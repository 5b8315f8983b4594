package org.example.misbehaving;

import org.nullcline.core.parameter.Parameters;

/** What a part of this plug-in does wrong, as the parameter "how" says. */
final class Misdeed {

	private Misdeed() {
	}

	/** Throws, hangs, or returns whether numbers are to be spoilt. */
	static boolean spoils(Parameters parameters) {
		return spoils(parameters.getChoice("how"));
	}

	static boolean spoils(String how) {
		switch (how) {
		case "throws" -> throw new IllegalStateException("made to fail");
		case "hangs" -> hang();
		default -> {
			return how.equals("not-a-number");
		}
		}
		return false;
	}

	/** Deaf to everything. */
	static void hang() {
		while (true) {
			try {
				Thread.sleep(1000);
			} catch (InterruptedException e) {
				continue;
			}
		}
	}
}

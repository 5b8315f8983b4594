package org.nullcline.architectures.internal;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds choices by the words that stand for them in study files. */
final class Words {

	private Words() {
	}

	/** @throws IllegalArgumentException naming the choices, if the word is none of them */
	static <T> T find(String what, String word, T[] choices, Function<T, String> wordOf) {
		return Arrays.stream(choices).filter(choice -> wordOf.apply(choice).equals(word)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException(what + " '" + word + "': expected one of "
						+ Arrays.stream(choices).map(wordOf).collect(Collectors.joining(", "))));
	}
}

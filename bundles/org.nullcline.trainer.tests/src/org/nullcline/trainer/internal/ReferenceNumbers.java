package org.nullcline.trainer.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A line of {@code optimizer-reference.txt}: words, then numbers that PyTorch gave, see {@code optimizer-reference.py}. */
record ReferenceNumbers(String title, double[] values) {

	/** All lines but comments, in order. */
	static List<ReferenceNumbers> read() {
		List<ReferenceNumbers> lines = new ArrayList<>();
		try (InputStream stream = ReferenceNumbers.class.getResourceAsStream("optimizer-reference.txt")) {
			for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
				if (!line.startsWith("#")) {
					String[] words = line.split(" ");
					int numbers = 0;
					while (numbers < words.length && !words[numbers].matches("-?[0-9].*")) {
						numbers++;
					}
					boolean text = line.startsWith("optimizer");
					lines.add(text ? new ReferenceNumbers(line, new double[0])
							: new ReferenceNumbers(String.join(" ", Arrays.copyOf(words, numbers)),
									Arrays.stream(words).skip(numbers).mapToDouble(Double::parseDouble).toArray()));
				}
			}
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
		return lines;
	}

	/** The numbers of the only line of a title. */
	static double[] of(String title) {
		List<ReferenceNumbers> found = read().stream().filter(line -> line.title().equals(title)).toList();
		if (found.size() != 1) {
			throw new IllegalArgumentException(found.size() + " lines '" + title + "'");
		}
		return found.get(0).values();
	}
}

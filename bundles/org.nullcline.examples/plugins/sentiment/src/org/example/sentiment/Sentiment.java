package org.example.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Whether more of the words of a sequence were positive than negative. Inputs are symbols, one per step; sequences that are
 * shorter than the longest of their batch are padded. Only the step of the last word counts in the objective. Outputs are
 * the logits of "negative" and "positive".
 *
 * @param words    size of the vocabulary: word w is positive for w % 3 = 0, negative for w % 3 = 1, else neutral
 * @param shortest sequence
 * @param longest  sequence
 */
record Sentiment(int words, int shortest, int longest) implements TrialTask {

	@Override
	public int inputs() {
		return words;
	}

	@Override
	public int outputs() {
		return 2;
	}

	// [snippet: integer-sequences]
	@Override
	public TrialBatch trials(int count, RandomStream random) {
		int[] lengths = new int[count];
		int steps = 0;
		for (int trial = 0; trial < count; trial++) {
			lengths[trial] = shortest + random.nextInt(longest - shortest + 1);
			steps = Math.max(steps, lengths[trial]);
		}
		int[][] symbols = new int[count][steps];
		double[] targets = new double[count * steps * 2];
		double[] mask = new double[count * steps];
		List<Map<String, String>> metadata = new ArrayList<>();
		for (int trial = 0; trial < count; trial++) {
			int balance = 0;
			for (int t = 0; t < lengths[trial]; t++) {
				symbols[trial][t] = random.nextInt(words);
				balance += valence(symbols[trial][t]);
			}
			if (balance == 0) {
				// No answer would be right: the last word decides.
				int last = lengths[trial] - 1;
				balance = -valence(symbols[trial][last]);
				symbols[trial][last] = random.nextInt(2);
				balance += valence(symbols[trial][last]);
			}
			int end = trial * steps + lengths[trial] - 1;
			targets[2 * end + (balance > 0 ? 1 : 0)] = 1;
			mask[end] = 1;
			metadata.add(Map.of("condition", balance > 0 ? "positive" : "negative", "length", "" + lengths[trial]));
		}
		// An integer type makes them symbols; Nullcline turns them into one-hot inputs.
		return new TrialBatch(Nd4j.createFromArray(symbols).castTo(DataType.INT),
				NativeArrays.of(targets, count, steps, 2), Optional.of(NativeArrays.of(mask, count, steps)), metadata);
	}
	// [end]

	private static int valence(int word) {
		return switch (word % 3) {
		case 0 -> 1;
		case 1 -> -1;
		default -> 0;
		};
	}
}

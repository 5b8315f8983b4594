package org.nullcline.comparison.table;

import java.util.Comparator;

/** The order of texts in which people look for them: numbers inside of them by value, letters without regard to case. */
final class NaturalOrder implements Comparator<String> {

	static final NaturalOrder INSTANCE = new NaturalOrder();

	private NaturalOrder() {
	}

	@Override
	public int compare(String first, String second) {
		int i = 0;
		int j = 0;
		while (i < first.length() && j < second.length()) {
			if (isDigit(first.charAt(i)) && isDigit(second.charAt(j))) {
				int endOfFirst = endOfDigits(first, i);
				int endOfSecond = endOfDigits(second, j);
				int byNumber = compareDigits(first, i, endOfFirst, second, j, endOfSecond);
				if (byNumber != 0) {
					return byNumber;
				}
				i = endOfFirst;
				j = endOfSecond;
			} else {
				int byLetter = Character.compare(Character.toLowerCase(first.charAt(i)), Character.toLowerCase(second.charAt(j)));
				if (byLetter != 0) {
					return byLetter;
				}
				i++;
				j++;
			}
		}
		int byLength = Integer.compare(first.length() - i, second.length() - j);
		// Texts that are not equal must not count as such.
		return byLength != 0 ? byLength : first.compareTo(second);
	}

	private static int compareDigits(String first, int i, int endOfFirst, String second, int j, int endOfSecond) {
		int a = i;
		int b = j;
		while (a < endOfFirst - 1 && first.charAt(a) == '0') {
			a++;
		}
		while (b < endOfSecond - 1 && second.charAt(b) == '0') {
			b++;
		}
		int byLength = Integer.compare(endOfFirst - a, endOfSecond - b);
		return byLength != 0 ? byLength : first.substring(a, endOfFirst).compareTo(second.substring(b, endOfSecond));
	}

	private static int endOfDigits(String text, int from) {
		int end = from;
		while (end < text.length() && isDigit(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}
}

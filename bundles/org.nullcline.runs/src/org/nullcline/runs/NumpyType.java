package org.nullcline.runs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of the numbers of a NumPy array.
 *
 * @param kind  'f' floating-point, 'i' integer, 'u' unsigned integer, 'b' truth value
 * @param width bytes of each number
 * @param order of the bytes
 */
record NumpyType(char kind, int width, ByteOrder order) {

	private static final Pattern CODE = Pattern.compile("([<>|=]?)([a-zA-Z?])(\\d{0,4})");

	/**
	 * Reads the code of a type such as {@code <f8}.
	 *
	 * @throws IllegalArgumentException with the reason, if it is none of plain numbers
	 */
	static NumpyType of(String code) {
		Matcher matcher = CODE.matcher(code);
		if (!matcher.matches()) {
			throw unknown(code);
		}
		char kind = matcher.group(2).charAt(0);
		int width = matcher.group(3).isEmpty() ? 0 : Integer.parseInt(matcher.group(3));
		if (kind == 'O') {
			throw new IllegalArgumentException(NumpyFormat.PICKLE);
		}
		boolean known = switch (kind) {
		case 'f' -> width == 2 || width == 4 || width == 8;
		case 'i', 'u' -> width == 1 || width == 2 || width == 4 || width == 8;
		case 'b' -> width == 1;
		default -> false;
		};
		if (!known) {
			throw unknown(code);
		}
		return new NumpyType(kind, width, matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
	}

	/** A number as a double; only integers beyond 2^53 are rounded. */
	double get(ByteBuffer bytes, int at) {
		return switch (kind) {
		case 'f' -> switch (width) {
		case 2 -> Float.float16ToFloat(bytes.getShort(at));
		case 4 -> bytes.getFloat(at);
		default -> bytes.getDouble(at);
		};
		case 'b' -> bytes.get(at) == 0 ? 0 : 1;
		default -> {
			long value = switch (width) {
			case 1 -> bytes.get(at);
			case 2 -> bytes.getShort(at);
			case 4 -> bytes.getInt(at);
			default -> bytes.getLong(at);
			};
			if (kind == 'i') {
				yield value;
			}
			yield width < Long.BYTES ? value & (1L << 8 * width) - 1
					: value >= 0 ? value : (value >>> 1 | value & 1) * 2.0;
		}
		};
	}

	private static IllegalArgumentException unknown(String code) {
		return new IllegalArgumentException(
				"is of NumPy's type '" + code + "'; only real numbers of 16 to 64 bits, integers and truth values can be read");
	}
}

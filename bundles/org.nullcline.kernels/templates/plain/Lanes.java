package @package@;

/** What the vector form does to several numbers at once, for one: the reference, and the way without the Vector API. */
final class Lanes {

	/** Numbers at once. */
	static final int COUNT = 1;

	private Lanes() {
	}

	static String description() {
		return "plain Java, @element@";
	}

	static @lane@ load(@element@[] from, int at) {
		return from[at];
	}

	static void store(@lane@ value, @element@[] to, int at) {
		to[at] = value;
	}

	static @lane@ all(@element@ value) {
		return value;
	}

	static @lane@ zero() {
		return 0;
	}

	static @lane@ add(@lane@ a, @lane@ b) {
		return a + b;
	}

	static @lane@ sub(@lane@ a, @lane@ b) {
		return a - b;
	}

	static @lane@ mul(@lane@ a, @lane@ b) {
		return a * b;
	}

	static @lane@ div(@lane@ a, @lane@ b) {
		return a / b;
	}

	static @lane@ fma(@lane@ a, @lane@ b, @lane@ c) {
		return a * b + c;
	}

	/** The nearest number in [-limit, limit]; NaN stays NaN. */
	static @lane@ clamp(@lane@ a, @lane@ limit) {
		return a > limit ? limit : a < -limit ? -limit : a;
	}

	/** max(a, 0); NaN stays NaN. */
	static @lane@ positivePart(@lane@ a) {
		return a < 0 ? 0 : a;
	}

	/** a where condition is positive, else 0. */
	static @lane@ wherePositive(@lane@ condition, @lane@ a) {
		return condition > 0 ? a : 0;
	}
}

package @package@;

import org.nullcline.kernels.Processor;

import jdk.incubator.vector.@lane@;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** What one instruction does to several numbers at once. */
final class Lanes {

	private static final VectorSpecies<@box@> SPECIES = @lane@.SPECIES_PREFERRED;
	/** Without the instruction a fused operation would be emulated, thousands of times slower. */
	private static final boolean FUSED = Processor.hasFusedMultiplyAdd();

	/** Numbers at once. */
	static final int COUNT = SPECIES.length();

	private Lanes() {
	}

	static String description() {
		return "Vector API, " + COUNT + " @element@s" + (FUSED ? ", fused multiply-add" : "");
	}

	static @lane@ load(@element@[] from, int at) {
		return @lane@.fromArray(SPECIES, from, at);
	}

	static void store(@lane@ value, @element@[] to, int at) {
		value.intoArray(to, at);
	}

	static @lane@ all(@element@ value) {
		return @lane@.broadcast(SPECIES, value);
	}

	static @lane@ zero() {
		return @lane@.zero(SPECIES);
	}

	static @lane@ add(@lane@ a, @lane@ b) {
		return a.add(b);
	}

	static @lane@ sub(@lane@ a, @lane@ b) {
		return a.sub(b);
	}

	static @lane@ mul(@lane@ a, @lane@ b) {
		return a.mul(b);
	}

	static @lane@ div(@lane@ a, @lane@ b) {
		return a.div(b);
	}

	/** a b + c, rounded once where the processor can. */
	static @lane@ fma(@lane@ a, @lane@ b, @lane@ c) {
		return FUSED ? a.fma(b, c) : a.mul(b).add(c);
	}

	/** The nearest number in [-limit, limit]; NaN stays NaN. */
	static @lane@ clamp(@lane@ a, @lane@ limit) {
		@lane@ low = limit.neg();
		@lane@ below = a.blend(limit, a.compare(VectorOperators.GT, limit));
		return below.blend(low, below.compare(VectorOperators.LT, low));
	}

	/** max(a, 0); NaN stays NaN. */
	static @lane@ positivePart(@lane@ a) {
		@lane@ zero = zero();
		return a.blend(zero, a.compare(VectorOperators.LT, zero));
	}

	/** a where condition is positive, else 0. */
	static @lane@ wherePositive(@lane@ condition, @lane@ a) {
		@lane@ zero = zero();
		return zero.blend(a, condition.compare(VectorOperators.GT, zero));
	}
}

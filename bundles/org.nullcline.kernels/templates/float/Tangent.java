package @package@;


@imports@

/**
 * tanh as the quotient of an odd polynomial of degree 13 and an even one of degree 6, the minimax approximation that the
 * Eigen library uses for single precision; its error is below 5e-7.
 */
final class Tangent {

	/** The quotient is 1 to the last digit from here on. */
	private static final float LIMIT = 7.90531110763549805f;

	@constants@

	private Tangent() {
	}

	/** target = scale tanh(scale source) + offset. The whole is one loop, because lanes must not leave a method. */
	static void apply(float scale, float offset, float[] from, int at, float[] to, int toAt, int length) {
		for (int k = 0; k < length; k += LANES) {
			@lane@ x = $max($min($mul($load(from, at + k), $all(scale)), $all(LIMIT)), $all(-LIMIT));
			@lane@ square = $mul(x, x);
			@lane@ odd = $fma(square, $all(-2.76076847742355e-16f), $all(2.00018790482477e-13f));
			@lane@ even = $fma(square, $all(1.19825839466702e-06f), $all(1.18534705686654e-04f));
			odd = $fma(square, odd, $all(-8.60467152213735e-11f));
			even = $fma(square, even, $all(2.26843463243900e-03f));
			odd = $fma(square, odd, $all(5.12229709037114e-08f));
			even = $fma(square, even, $all(4.89352518554385e-03f));
			odd = $fma(square, odd, $all(1.48572235717979e-05f));
			odd = $fma(square, odd, $all(6.37261928875436e-04f));
			odd = $fma(square, odd, $all(4.89352455891786e-03f));
			$store($fma($div($mul(x, odd), even), $all(scale), $all(offset)), to, toAt + k);
		}
	}
}

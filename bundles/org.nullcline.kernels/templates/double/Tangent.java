package @package@;


@imports@

/**
 * tanh x = E / (E + 2) with E = exp(2x) - 1, which is found for a small argument by its Taylor series and doubled by
 * E(2u) = E(u) (E(u) + 2). Nothing cancels; the error is a few units in the last place.
 */
final class Tangent {

	/** tanh is 1 to the last digit from here on. */
	private static final double LIMIT = 19.1;
	private static final int HALVINGS = 10;
	private static final double FIRST_HALVING = Math.scalb(1.0, 1 - HALVINGS);

	@constants@

	private Tangent() {
	}

	/** target = scale tanh(scale source) + offset. The whole is one loop, because lanes must not leave a method. */
	static void apply(double scale, double offset, double[] from, int at, double[] to, int toAt, int length) {
		for (int k = 0; k < length; k += LANES) {
			@lane@ x = $max($min($mul($load(from, at + k), $all(scale)), $all(LIMIT)), $all(-LIMIT));
			@lane@ u = $mul(x, $all(FIRST_HALVING));
			@lane@ series = $fma(u, $all(1.0 / 40320), $all(1.0 / 5040));
			series = $fma(u, series, $all(1.0 / 720));
			series = $fma(u, series, $all(1.0 / 120));
			series = $fma(u, series, $all(1.0 / 24));
			series = $fma(u, series, $all(1.0 / 6));
			series = $fma(u, series, $all(0.5));
			series = $fma(u, series, $all(1));
			@lane@ e = $mul(u, series);
			for (int i = 0; i < HALVINGS; i++) {
				e = $mul(e, $add(e, $all(2)));
			}
			$store($fma($div(e, $add(e, $all(2))), $all(scale), $all(offset)), to, toAt + k);
		}
	}
}

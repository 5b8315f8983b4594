package org.nullcline.figures;

/**
 * From where a figure of three dimensions is looked at, without perspective.
 *
 * @param azimuth   degrees around the third axis; 0 looks along the first axis from its positive end
 * @param elevation degrees above the plane of the first two axes, from -90 to 90
 */
public record Rotation(double azimuth, double elevation) {

	/** All three axes can be seen. */
	public static final Rotation START = new Rotation(-60, 25);

	public Rotation {
		azimuth = Math.IEEEremainder(azimuth, 360);
		elevation = Math.clamp(elevation, -90, 90);
	}

	/** Turned further. */
	public Rotation turned(double byAzimuth, double byElevation) {
		return new Rotation(azimuth + byAzimuth, elevation + byElevation);
	}

	/** The direction to the right on the paper, in space. */
	double[] right() {
		double a = Math.toRadians(azimuth);
		return new double[] { -Math.sin(a), Math.cos(a), 0 };
	}

	/** The direction upwards on the paper. */
	double[] up() {
		double a = Math.toRadians(azimuth);
		double e = Math.toRadians(elevation);
		return new double[] { -Math.sin(e) * Math.cos(a), -Math.sin(e) * Math.sin(a), Math.cos(e) };
	}

	/** The direction from the paper to whoever looks at it. */
	double[] outward() {
		double a = Math.toRadians(azimuth);
		double e = Math.toRadians(elevation);
		return new double[] { Math.cos(e) * Math.cos(a), Math.cos(e) * Math.sin(a), Math.sin(e) };
	}

	/** Positions along a direction. */
	static double[] along(double[] direction, double[] x, double[] y, double[] z) {
		double[] along = new double[x.length];
		for (int i = 0; i < along.length; i++) {
			along[i] = direction[0] * x[i] + direction[1] * y[i] + direction[2] * z[i];
		}
		return along;
	}
}

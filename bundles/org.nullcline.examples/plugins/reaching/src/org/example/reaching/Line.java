package org.example.reaching;

import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.Environment;

// [snippet: environment]
/** A point with inertia and friction, x'' = force - 2 x', in steps of 0.2. */
final class Line implements Environment {

	private static final double STEP = 0.2;
	private static final double FRICTION = 2;

	private final int steps;
	private double target;
	private double position;
	private double velocity;
	private int now;

	Line(int steps) {
		this.steps = steps;
	}

	@Override
	public double[] reset(RandomStream random) {
		target = 2 * random.nextDouble() - 1;
		position = 0;
		velocity = 0;
		now = 0;
		return observation();
	}

	@Override
	public Step step(double[] action) {
		velocity += STEP * (action[0] - FRICTION * velocity);
		position += STEP * velocity;
		now++;
		double distance = position - target;
		return new Step(observation(), -distance * distance, now == steps);
	}

	private double[] observation() {
		return new double[] { position, now < steps / 5 ? target : 0 };
	}
}
// [end]

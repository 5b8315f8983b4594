package org.nullcline.analysis.interventions.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.nullcline.core.figure.Hue;
import org.nullcline.dynamics.DriveIntervention;
import org.nullcline.dynamics.DriveIntervention.Drive;

/** What is scaled. */
enum Pathway {

	/** Recurrent drive of the group itself. */
	KICK("kick", "recurrent drive of the kick neurons", Drive.RECURRENT, Hue.RED),
	/** External drive of the units that drive the group. */
	NOISE("noise", "noise that reaches the kick neurons", Drive.EXTERNAL, Hue.BLUE),
	/** External drive of units that hardly drive any group. */
	CONTROL("control", "noise of other units", Drive.EXTERNAL, Hue.GREY);

	private final String id;
	private final String words;
	private final Drive drive;
	private final Hue hue;

	Pathway(String id, String words, Drive drive, Hue hue) {
		this.id = id;
		this.words = words;
		this.drive = drive;
		this.hue = hue;
	}

	/** In names of values and arrays. */
	String id() {
		return id;
	}

	/** For people. */
	String words() {
		return words;
	}

	/** As it is drawn. */
	Hue hue() {
		return hue;
	}

	/** Scales this pathway of some units. */
	DriveIntervention scaled(int[] units, double factor) {
		return new DriveIntervention(drive, units, factor);
	}

	/**
	 * The units whose drive is scaled.
	 *
	 * @param weights  recurrent, [to][from]
	 * @param sources  how many of the strongest sources of each unit
	 * @param excluded how many of them the control leaves out
	 */
	int[] units(Group group, List<Group> groups, double[][] weights, int sources, int excluded) {
		Set<Integer> kicks = new TreeSet<>();
		groups.forEach(each -> IntStream.of(each.units()).forEach(kicks::add));
		return switch (this) {
		case KICK -> group.units();
		case NOISE -> IntStream.of(group.units()).flatMap(unit -> strongest(weights[unit], sources)).distinct()
				.filter(unit -> !kicks.contains(unit)).sorted().toArray();
		case CONTROL -> {
			Set<Integer> strong = new TreeSet<>(kicks);
			kicks.forEach(unit -> strongest(weights[unit], excluded).forEach(strong::add));
			yield IntStream.range(0, weights.length).filter(unit -> !strong.contains(unit)).toArray();
		}
		};
	}

	/** The units with the largest positive weights. */
	private static IntStream strongest(double[] weights, int count) {
		return IntStream.range(0, weights.length).filter(j -> weights[j] > 0).boxed()
				.sorted(Comparator.<Integer>comparingDouble(j -> -weights[j]).thenComparingInt(j -> j)).limit(count)
				.mapToInt(j -> j);
	}
}

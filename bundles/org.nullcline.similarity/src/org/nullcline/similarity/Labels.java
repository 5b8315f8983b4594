package org.nullcline.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.nullcline.core.analysis.Subject;

/**
 * What networks are sorted by, for example their architecture.
 *
 * @param name   of the label, for people: "architecture"
 * @param values one per network
 */
public record Labels(String name, List<String> values) {

	/** The value where a network has no such property. */
	public static final String NONE = "none";

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

	public Labels {
		values = List.copyOf(values);
	}

	/** The architecture, the number of units and every property of the networks. */
	public static List<Labels> of(List<Subject> subjects) {
		List<Labels> labels = new ArrayList<>();
		labels.add(of("architecture", subjects, Subject::architecture));
		labels.add(of("units", subjects, subject -> Integer.toString(subject.units())));
		TreeSet<String> properties = new TreeSet<>();
		subjects.forEach(subject -> properties.addAll(subject.properties().keySet()));
		for (String property : properties) {
			labels.add(of(property, subjects, subject -> subject.properties().getOrDefault(property, NONE)));
		}
		return labels;
	}

	/** Those in which the networks differ. */
	public static List<Labels> varying(List<Subject> subjects) {
		return of(subjects).stream().filter(label -> label.names().size() > 1).toList();
	}

	/** The different values, sorted; numbers by size. */
	public List<String> names() {
		boolean numbers = values.stream().allMatch(NUMBER.asMatchPredicate());
		Comparator<String> order = numbers ? Comparator.comparingDouble(Double::parseDouble) : Comparator.naturalOrder();
		return values.stream().distinct().sorted(order).toList();
	}

	/** For each network the position of its value in {@link #names}. */
	public int[] groups() {
		List<String> names = names();
		return values.stream().mapToInt(names::indexOf).toArray();
	}

	/** Number of networks of each value, in the order of {@link #names}. */
	public int[] sizes() {
		int[] sizes = new int[names().size()];
		Arrays.stream(groups()).forEach(group -> sizes[group]++);
		return sizes;
	}

	/** The labels of some of the networks. */
	public Labels ordered(int[] order) {
		return new Labels(name, Arrays.stream(order).mapToObj(values::get).toList());
	}

	/**
	 * In how many ways the networks could be given these labels so that the clusters differ: n!/(n1! n2! ...), divided by
	 * the exchanges of groups of equal size. Grows fast; infinity where it leaves the range of double.
	 */
	public double distinctLabelings() {
		double result = 1;
		int placed = 0;
		int[] sizes = sizes();
		for (int size : sizes) {
			for (int k = 1; k <= size; k++) {
				result = result * ++placed / k;
			}
		}
		for (int size : Arrays.stream(sizes).distinct().toArray()) {
			long equal = Arrays.stream(sizes).filter(other -> other == size).count();
			for (int k = 2; k <= equal; k++) {
				result /= k;
			}
		}
		return Math.rint(result);
	}

	private static Labels of(String name, List<Subject> subjects, Function<Subject, String> value) {
		return new Labels(name, subjects.stream().map(value).toList());
	}
}

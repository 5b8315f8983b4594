package org.nullcline.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

	/** The name of the label by which networks are compared first. */
	public static final String ARCHITECTURE = "architecture";
	private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

	public Labels {
		values = List.copyOf(values);
	}

	/** The architecture, the number of units and every property of the networks. */
	public static List<Labels> of(List<Subject> subjects) {
		List<Labels> labels = new ArrayList<>();
		labels.add(of(ARCHITECTURE, subjects, Subject::architecture));
		labels.add(of("units", subjects, subject -> Integer.toString(subject.units())));
		TreeSet<String> properties = new TreeSet<>();
		subjects.forEach(subject -> properties.addAll(subject.properties().keySet()));
		for (String property : properties) {
			labels.add(of(property, subjects, subject -> subject.properties().getOrDefault(property, NONE)));
		}
		return labels;
	}

	/**
	 * The labels by which the networks of a grid can be compared. A property that follows from others says nothing of its own,
	 * such as the variant of the one architecture that has variants, or an initial gain that goes with a nonlinearity. Labels
	 * are taken one after the other, the architecture first, then those that divide the networks most evenly; one that follows
	 * from those taken before is left out.
	 */
	public static List<Labels> varying(List<Subject> subjects) {
		List<Labels> candidates = new ArrayList<>(
				of(subjects).stream().filter(label -> label.names().size() > 1).toList());
		candidates.sort(Comparator.comparing((Labels label) -> !label.name.equals(ARCHITECTURE))
				.thenComparing(Comparator.comparingDouble(Labels::entropy).reversed()));
		List<Labels> taken = new ArrayList<>();
		for (Labels candidate : candidates) {
			if (!follows(candidate, taken)) {
				taken.add(candidate);
			}
		}
		return taken;
	}

	/** Whether networks that agree in all the given labels always agree in this one. */
	private static boolean follows(Labels label, List<Labels> given) {
		Map<List<String>, String> values = new HashMap<>();
		for (int i = 0; i < label.values.size(); i++) {
			int network = i;
			String value = label.values.get(i);
			String other = values.putIfAbsent(given.stream().map(labels -> labels.values.get(network)).toList(), value);
			if (other != null && !other.equals(value)) {
				return false;
			}
		}
		return true;
	}

	/** Of the shares of the values, in nats: largest where all are equally frequent. */
	private double entropy() {
		return Arrays.stream(sizes()).mapToDouble(size -> (double) size / values.size())
				.map(share -> -share * Math.log(share)).sum();
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
	 * Which networks agree in all labels but this one: only among those can this label be exchanged without changing another.
	 *
	 * @param all labels of the same networks, with or without this one
	 * @return 0, 1, ..., one per network
	 */
	public int[] strata(List<Labels> all) {
		List<Labels> others = all.stream().filter(label -> !label.name.equals(name)).toList();
		Map<List<String>, Integer> numbers = new HashMap<>();
		int[] strata = new int[values.size()];
		for (int i = 0; i < strata.length; i++) {
			int network = i;
			List<String> key = others.stream().map(label -> label.values.get(network)).toList();
			numbers.putIfAbsent(key, numbers.size());
			strata[i] = numbers.get(key);
		}
		return strata;
	}

	/** In how many ways all networks could be given these labels so that the clusters differ. */
	public double distinctLabelings() {
		return distinctLabelings(new int[values.size()]);
	}

	/**
	 * In how many ways the networks could be given these labels within strata so that the clusters differ: the product over
	 * strata of n!/(n1! n2! ...), divided by the exchanges of groups that are equally large in every stratum. Grows fast;
	 * infinity where it leaves the range of double.
	 *
	 * @param strata 0, 1, ..., one per network
	 */
	public double distinctLabelings(int[] strata) {
		int[] groups = groups();
		int[][] sizes = new int[names().size()][Arrays.stream(strata).max().orElse(0) + 1];
		for (int i = 0; i < groups.length; i++) {
			sizes[groups[i]][strata[i]]++;
		}
		double result = 1;
		for (int stratum = 0; stratum < sizes[0].length; stratum++) {
			int placed = 0;
			for (int[] group : sizes) {
				for (int k = 1; k <= group[stratum]; k++) {
					result = result * ++placed / k;
				}
			}
		}
		Map<List<Integer>, Integer> alike = new HashMap<>();
		for (int[] group : sizes) {
			result /= alike.merge(Arrays.stream(group).boxed().toList(), 1, Integer::sum);
		}
		return Math.rint(result);
	}

	private static Labels of(String name, List<Subject> subjects, Function<Subject, String> value) {
		return new Labels(name, subjects.stream().map(value).toList());
	}
}

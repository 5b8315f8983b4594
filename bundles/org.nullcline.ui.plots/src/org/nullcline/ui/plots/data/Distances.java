package org.nullcline.ui.plots.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nullcline.runs.RunReference;
import org.nullcline.similarity.ComparedOrder;
import org.nullcline.ui.plots.Messages;

/**
 * Square matrices between the runs of a study, and maps made of them.
 *
 * @param matrices all matrices of all results about the population
 * @param maps     all maps
 */
public record Distances(List<Matrix> matrices, List<Map> maps) {

	private static final String EMBEDDING = "embedding"; //$NON-NLS-1$

	/**
	 * @param name   for people
	 * @param runs   one per row
	 * @param values [run][run]
	 */
	public record Matrix(String name, List<RunReference> runs, double[][] values) {
	}

	/**
	 * @param name   for people
	 * @param runs   one per point
	 * @param points [run][coordinate]
	 */
	public record Map(String name, List<RunReference> runs, double[][] points) {
	}

	/** @throws NotShownException if no result of the study holds distances between its runs */
	public static Distances read(RunContent run) throws IOException, NotShownException {
		List<Matrix> matrices = new ArrayList<>();
		List<Map> maps = new ArrayList<>();
		for (ResultArrays arrays : run.population()) {
			Optional<List<RunReference>> runs = runs(arrays, run);
			if (runs.isPresent()) {
				add(arrays, runs.get(), matrices, maps);
			}
		}
		if (matrices.isEmpty() && maps.isEmpty()) {
			throw new NotShownException(Messages.Distances_nothing);
		}
		return new Distances(matrices, maps);
	}

	/** Told by their shape: one row for each compared network. */
	private static void add(ResultArrays arrays, List<RunReference> runs, List<Matrix> matrices, List<Map> maps) throws IOException {
		String analysis = arrays.result().analysisName();
		for (String name : arrays.result().arrays().keySet()) {
			if (name.equals(ComparedOrder.ARRAY)) {
				continue;
			}
			double[][] rows;
			try {
				rows = arrays.rows(name);
			} catch (IOException e) {
				// Of one dimension.
				continue;
			}
			if (rows.length != runs.size() || rows.length == 0) {
				continue;
			}
			String label = analysis + ": " + name.replace('_', ' ').replace('-', ' '); //$NON-NLS-1$
			if (name.startsWith(EMBEDDING) && rows[0].length >= 2) {
				maps.add(new Map(label, runs, rows));
			} else if (rows[0].length == rows.length) {
				matrices.add(new Matrix(label, runs, rows));
			}
		}
	}

	/** The networks of the rows: as the result says, or all that it was about. */
	private static Optional<List<RunReference>> runs(ResultArrays arrays, RunContent run) throws IOException {
		List<String> names = arrays.result().subjects();
		if (arrays.has(ComparedOrder.ARRAY)) {
			List<String> ordered = names.stream().sorted().toList();
			int[] positions = arrays.integers(ComparedOrder.ARRAY);
			if (IntStream.of(positions).anyMatch(position -> position < 0 || position >= ordered.size())) {
				return Optional.empty();
			}
			names = IntStream.of(positions).mapToObj(ordered::get).toList();
		}
		return Optional.of(names.stream().map(name -> new RunReference(run.run().folder().resolveSibling(name))).toList());
	}
}

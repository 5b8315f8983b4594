package org.nullcline.ui.plots.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.nullcline.charts.Mark;
import org.nullcline.charts.Pick;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.selection.LinkedSelection;
import org.nullcline.ui.common.selection.SelectedTime;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.Regions;
import org.nullcline.ui.plots.data.Residency;

/** How many states have which residency time, by region. A bin stands for its states. */
public final class ResidencyPlot implements LinkedPlot {

	/** More states than this are not selected at once. */
	private static final int MOST_SELECTED = 500;
	/** Vertices of the outline of one bin. */
	private static final int PER_BIN = 2;

	/**
	 * What is shown.
	 *
	 * @param bins      number of bins, at least 1
	 * @param logarithm whether the vertical axis is log10
	 */
	public record Settings(int bins, boolean logarithm) {
	}

	private final RunReference run;
	private final Residency data;
	private final int[] bins;
	private final Map<Integer, Integer> regions = new TreeMap<>();
	private final Figure figure;

	/** Makes the figure. */
	public ResidencyPlot(RunReference run, Residency data, Settings settings) {
		this.run = run;
		this.data = data;
		double longest = Arrays.stream(data.times()).filter(Double::isFinite).max().orElse(1);
		double width = Math.max(longest, 1e-9) / settings.bins();
		bins = Arrays.stream(data.times()).mapToInt(time -> Double.isFinite(time)
				? Math.min(settings.bins() - 1, (int) (time / width)) : -1).toArray();
		List<Figure.Layer> layers = new ArrayList<>();
		for (int region : IntStream.of(data.regions()).distinct().sorted().toArray()) {
			regions.put(layers.size(), region);
			layers.add(outline(region, settings, width));
		}
		figure = new Figure("residency-times", run.name(), "", Messages.Residency_time, //$NON-NLS-1$ //$NON-NLS-2$
				settings.logarithm() ? Messages.Residency_logCount : Messages.Residency_count, false, layers);
	}

	private Figure.Line outline(int region, Settings settings, double width) {
		int[] counts = new int[settings.bins()];
		for (int s = 0; s < bins.length; s++) {
			if (bins[s] >= 0 && data.regions()[s] == region) {
				counts[bins[s]]++;
			}
		}
		double[] x = new double[PER_BIN * settings.bins()];
		double[] y = new double[x.length];
		for (int bin = 0; bin < settings.bins(); bin++) {
			x[PER_BIN * bin] = bin * width;
			x[PER_BIN * bin + 1] = (bin + 1) * width;
			// An empty bin has no logarithm; the outline has a gap there.
			double height = !settings.logarithm() ? counts[bin] : counts[bin] == 0 ? Double.NaN : Math.log10(counts[bin]);
			y[PER_BIN * bin] = height;
			y[PER_BIN * bin + 1] = height;
		}
		String name = region >= 0 && region < Regions.NAMES.size() ? Regions.NAMES.get(region) : Integer.toString(region);
		Hue hue = Regions.hue(region);
		return new Figure.Line(name, x, y, hue, false);
	}

	@Override
	public Optional<Figure> flat() {
		return Optional.of(figure);
	}

	@Override
	public List<Object> selected(Pick pick) {
		Integer region = regions.get(pick.layer());
		if (region == null) {
			return List.of();
		}
		int bin = pick.item() / PER_BIN;
		return IntStream.range(0, bins.length).filter(s -> bins[s] == bin && data.regions()[s] == region).limit(MOST_SELECTED)
				.mapToObj(s -> (Object) new SelectedTime(run, SelectedTime.DRIVEN, s)).toList();
	}

	@Override
	public List<Mark> marks(LinkedSelection selection) {
		return selection.parts(SelectedTime.class).stream()
				.filter(time -> time.trial() == SelectedTime.DRIVEN && time.step() >= 0 && time.step() < bins.length
						&& bins[time.step()] >= 0)
				.flatMap(time -> regions.entrySet().stream().filter(entry -> entry.getValue() == data.regions()[time.step()])
						.map(entry -> Mark.guide(entry.getKey(), PER_BIN * bins[time.step()])))
				.distinct().toList();
	}
}

package org.nullcline.ui.plots.data;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.eclipse.core.runtime.ILog;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.plots.Messages;

/**
 * Maps of the runs of a study, and what the runs differ in.
 *
 * @param maps   at least one
 * @param values of each run by property
 */
public record RunMaps(List<Distances.Map> maps, Map<RunReference, Map<String, String>> values) {

	/** @throws NotShownException if no result of the study holds a map */
	public static RunMaps read(RunContent run) throws IOException, NotShownException {
		List<Distances.Map> maps = Distances.read(run).maps();
		if (maps.isEmpty()) {
			throw new NotShownException(Messages.Map_nothing);
		}
		Map<RunReference, Map<String, String>> values = new HashMap<>();
		for (RunReference one : run.siblings()) {
			try {
				RunRecord settings = RunRecord.read(one.folder());
				Map<String, String> properties = new LinkedHashMap<>(settings.properties());
				properties.put(Messages.Map_architecture, settings.architecture().id());
				properties.put(Messages.Map_units, Integer.toString(settings.units()));
				values.put(one, properties);
			} catch (IOException e) {
				ILog.of(RunMaps.class).warn("The settings of a run cannot be read", e); //$NON-NLS-1$
			}
		}
		return new RunMaps(maps, values);
	}

	/** The properties in which runs differ, the architecture first. */
	public List<String> properties() {
		TreeSet<String> names = new TreeSet<>();
		values.values().forEach(properties -> names.addAll(properties.keySet()));
		names.removeIf(name -> values.values().stream().map(properties -> properties.getOrDefault(name, "")).distinct() //$NON-NLS-1$
				.count() < 2);
		names.remove(Messages.Map_architecture);
		java.util.ArrayList<String> ordered = new java.util.ArrayList<>(List.of(Messages.Map_architecture));
		ordered.addAll(names);
		return ordered;
	}

	/** The value of a property; empty if the run has none. */
	public String value(RunReference run, String property) {
		return values.getOrDefault(run, Map.of()).getOrDefault(property, ""); //$NON-NLS-1$
	}
}

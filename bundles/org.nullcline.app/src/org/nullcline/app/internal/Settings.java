package org.nullcline.app.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code --set} gives to a command that asks one contribution, and a task perhaps.
 *
 * @param own    values of the contribution's parameters
 * @param ofTask values of the task's parameters, which are set as {@code task.PARAMETER=VALUE}
 */
record Settings(Map<String, String> own, Map<String, String> ofTask) {

	private static final String TASK = "task.";

	/**
	 * @param contribution whose identifier and a point may stand before a parameter
	 * @throws UsageException naming the setting that cannot be read
	 */
	static Settings parse(List<String> settings, String contribution) throws UsageException {
		Settings parsed = new Settings(new LinkedHashMap<>(), new LinkedHashMap<>());
		for (String setting : settings) {
			String[] pair = setting.split("=", 2);
			if (pair.length < 2) {
				throw new UsageException("--set " + setting + ": expected parameter=value");
			}
			if (pair[0].startsWith(TASK)) {
				parsed.ofTask.put(pair[0].substring(TASK.length()), pair[1]);
			} else {
				String prefix = contribution + ".";
				parsed.own.put(pair[0].startsWith(prefix) ? pair[0].substring(prefix.length()) : pair[0], pair[1]);
			}
		}
		return parsed;
	}

	/**
	 * The same with further values of the contribution's parameters.
	 *
	 * @throws UsageException if one is given twice
	 */
	Settings with(Map<String, String> further) throws UsageException {
		Map<String, String> all = new LinkedHashMap<>(own);
		for (Map.Entry<String, String> value : further.entrySet()) {
			if (all.putIfAbsent(value.getKey(), value.getValue()) != null) {
				throw new UsageException("--" + value.getKey() + ": is given twice, by --set as well");
			}
		}
		return new Settings(all, ofTask);
	}
}

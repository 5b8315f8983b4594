package org.nullcline.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyPlan.Choice;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.model.RunState;
import org.nullcline.model.Study;
import org.nullcline.runs.Folders;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.RunRecord.ContributionRecord;
import org.nullcline.runs.RunReference;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;
import org.nullcline.trainer.ExecutionListener;
import org.nullcline.trainer.StudyExecution;

/**
 * Executes one run again, from nothing but its folder, into a new execution, and compares. What is executed are the resolved
 * settings of the run's record, so that a default that has changed since makes no difference.
 */
public final class Reproduction {

	private final RunReference run;
	private final RunRecord record;
	private final StudyPlan plan;

	private Reproduction(RunReference run, RunRecord record, StudyPlan plan) {
		this.run = run;
		this.record = record;
		this.plan = plan;
	}

	/**
	 * Reads what is to be executed.
	 *
	 * @param runFolder of a run that is done or has diverged
	 * @throws IOException           if there is no such run, or it has not ended
	 * @throws InvalidStudyException if a plug-in that it needs is missing
	 */
	public static Reproduction of(Path runFolder) throws IOException, InvalidStudyException {
		RunReference run = new RunReference(runFolder);
		if (!Files.exists(run.folder().resolve(RunRecord.FILE))) {
			throw new IOException(runFolder + ": holds no run (there is no " + RunRecord.FILE
					+ "); name a folder such as runs/STUDY-1/runs/NETWORK");
		}
		RunRecord record = RunRecord.read(run.folder());
		if (record.runState() != RunState.DONE && record.runState() != RunState.DIVERGED) {
			throw new IOException(runFolder + ": the run is " + record.state() + "; only one that is done or has diverged can be reproduced");
		}
		if (!StudyFolder.isStudyFolder(run.execution())) {
			throw new IOException(runFolder + ": does not lie in the output folder of a study (there is no "
					+ run.execution().resolve(StudyFolder.STUDY_FILE) + ")");
		}
		Study study = StudyFiles.read(run.execution().resolve(StudyFolder.STUDY_FILE));
		ContributionRegistry registry = ContributionRegistry.read();
		NetworkPlan network = new NetworkPlan(record.name(), choice(registry, ContributionKind.ARCHITECTURE, record.architecture()),
				record.units(), record.seed(), record.training(), record.properties());
		StudyPlan plan = new StudyPlan(study, choice(registry, ContributionKind.TASK, record.task()), List.of(network),
				record.training(), choice(registry, ContributionKind.OBJECTIVE, record.objective()),
				choice(registry, ContributionKind.OPTIMIZER, record.optimizer()),
				choices(registry, ContributionKind.REGULARIZER, record.regularizers()),
				choices(registry, ContributionKind.HOOK, record.hooks()), analyses(registry, run.folder()));
		return new Reproduction(run, record, plan);
	}

	/** The name of the network. */
	public String network() {
		return record.name();
	}

	/** Number of weight updates. */
	public int steps() {
		return record.steps();
	}

	/** The next free folder beside the execution that the run belongs to. */
	public Path freeFolder() {
		for (int n = 1;; n++) {
			Path folder = run.execution().resolveSibling(run.execution().getFileName() + "-reproduced-" + n);
			if (!Files.exists(folder)) {
				return folder;
			}
		}
	}

	/**
	 * Executes the run again and compares. A folder that was begun is removed if the user cancels or the execution fails.
	 *
	 * @param folder    for the new execution
	 * @param tolerance the largest relative difference that counts as none; 0 asks for bit-equality
	 * @param listener  is told of the training
	 * @throws InvalidStudyException      if the folder holds something already
	 * @throws IOException                if something cannot be read or written
	 * @throws OperationCanceledException if the user has cancelled
	 */
	public ReproductionReport execute(Path folder, double tolerance, ExecutionListener listener, IProgressMonitor monitor)
			throws InvalidStudyException, IOException {
		boolean existed = Files.exists(folder);
		StudyFolder.requireUsable(folder, plan.study(), false);
		boolean complete = false;
		try {
			StudyExecution.execute(plan, folder, false, 1, listener, monitor);
			if (monitor.isCanceled()) {
				throw new OperationCanceledException();
			}
			Path reproduced = StudyFolder.runFolder(folder, record.name());
			ReproductionReport report = ReproductionReport.of(record.name(), relative(folder),
					tolerance, RunComparison.of(run.folder(), reproduced, tolerance), changes(RunRecord.read(reproduced)));
			report.write(folder);
			complete = true;
			return report;
		} finally {
			if (!complete && !existed) {
				Folders.delete(folder);
			}
		}
	}

	/** Projects are moved, so that no path in them may say where they lie. */
	private String relative(Path folder) {
		Path from = folder.toAbsolutePath().normalize();
		return from.getRoot().equals(run.folder().getRoot()) ? from.relativize(run.folder()).toString().replace('\\', '/')
				: run.folder().getFileName().toString();
	}

	private List<String> changes(RunRecord now) {
		List<String> changes = new ArrayList<>();
		Map<String, String> before = record.environment() == null ? Map.of() : record.environment();
		Map<String, String> present = now.environment() == null ? Map.of() : now.environment();
		Set<String> names = new TreeSet<>(before.keySet());
		names.addAll(present.keySet());
		for (String name : names) {
			add(changes, name, before.get(name), present.get(name));
		}
		add(changes, record.task(), now.task());
		add(changes, record.architecture(), now.architecture());
		add(changes, record.objective(), now.objective());
		add(changes, record.optimizer(), now.optimizer());
		add(changes, record.regularizers(), now.regularizers());
		add(changes, record.hooks(), now.hooks());
		return List.copyOf(new LinkedHashSet<>(changes));
	}

	/** Of one plan, hence as many and in the same order. */
	private static void add(List<String> changes, List<ContributionRecord> before, List<ContributionRecord> now) {
		for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
			add(changes, before.get(i), now.get(i));
		}
	}

	private static void add(List<String> changes, ContributionRecord before, ContributionRecord now) {
		add(changes, "plug-in " + before.plugin(), before.pluginVersion(), now.pluginVersion());
	}

	private static void add(List<String> changes, String what, String before, String now) {
		if (!java.util.Objects.equals(before, now)) {
			changes.add(what + ": " + (before == null ? "nothing" : before) + " before, " + (now == null ? "nothing" : now) + " now");
		}
	}

	private static List<Choice> choices(ContributionRegistry registry, ContributionKind kind, List<ContributionRecord> records)
			throws InvalidStudyException {
		List<Choice> choices = new ArrayList<>();
		for (ContributionRecord record : records) {
			choices.add(choice(registry, kind, record));
		}
		return choices;
	}

	private static Choice choice(ContributionRegistry registry, ContributionKind kind, ContributionRecord record)
			throws InvalidStudyException {
		return choice(registry, kind, record.id(), record.plugin(), record.parameters());
	}

	private static Choice choice(ContributionRegistry registry, ContributionKind kind, String id, String plugin,
			Map<String, String> parameters) throws InvalidStudyException {
		Contribution contribution = registry.find(kind, id).orElseThrow(() -> new InvalidStudyException(List.of(
				"there is no " + kind.singular() + " '" + id + "' here; install the plug-in " + plugin + ", which gave it")));
		try {
			return new Choice(contribution, contribution.parameters(parameters));
		} catch (IllegalArgumentException e) {
			throw new InvalidStudyException(List.of(contribution.label() + " of plug-in " + contribution.plugin() + " "
					+ contribution.pluginVersion() + " does not take the recorded settings: " + e.getMessage()));
		}
	}

	/** The analyses of this network that were answered, with the settings with which they were. */
	private static List<Choice> analyses(ContributionRegistry registry, Path runFolder) throws IOException, InvalidStudyException {
		List<Choice> all = new ArrayList<>();
		for (String id : RunComparison.analyses(runFolder)) {
			StoredResult result = StoredResult.read(StudyFolder.resultFolder(runFolder, id));
			all.add(choice(registry, ContributionKind.ANALYSIS, result.analysis(), result.plugin(), result.parameters()));
		}
		return AnalysisOrder.requiredFirst(all);
	}
}

package org.nullcline.ui.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.SeriesFiles;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.model.Study;
import org.nullcline.model.StudySeries;
import org.nullcline.report.SeriesReport;
import org.nullcline.runs.SeriesFolder;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.Messages;

/** Executes the studies of a series one after the other, and writes the report about all of them. */
final class SeriesJob extends ExecutionJob {

	private final StudySeries series;
	private final Map<String, Study> members;
	private final boolean resume;

	/**
	 * @param source  how messages call the series
	 * @param members the studies by the names of their files, in the order of the series
	 */
	SeriesJob(Executions executions, StudySeries series, Map<String, Study> members, String source, IFolder folder,
			boolean resume) {
		super(executions, folder, source);
		this.series = series;
		this.members = new LinkedHashMap<>(members);
		this.resume = resume;
	}

	@Override
	IStatus execute(IProgressMonitor monitor) throws Exception {
		requireValid();
		Path path = folder().getLocation().toPath();
		prepare(path);
		SubMonitor progress = SubMonitor.convert(monitor, NLS.bind(Messages.Run_job, folder().getName()), members.size());
		MultiStatus status = new MultiStatus(getClass(), IStatus.ERROR, NLS.bind(Messages.Run_problems, source()));
		for (Map.Entry<String, Study> member : members.entrySet()) {
			IStatus result = run(member.getKey(), member.getValue(), progress.newChild(1));
			if (result.matches(IStatus.CANCEL)) {
				return Status.CANCEL_STATUS;
			}
			if (!result.isOK()) {
				status.add(result);
			}
		}
		monitor.subTask(Messages.Run_report);
		SeriesReport.write(path);
		return status.getChildren().length == 0 ? Status.OK_STATUS : status;
	}

	@Override
	void waits() {
		// The executions of the members begin when they are trained.
	}

	@Override
	void ended(IStatus result) {
		// Each member has told by itself.
	}

	/** All problems of all members before the first one is trained. */
	private void requireValid() throws InvalidStudyException {
		ContributionRegistry registry = ContributionRegistry.read();
		List<String> problems = members.entrySet().stream()
				.flatMap(member -> StudyValidator.validate(member.getValue(), registry).stream()
						.map(StudyProblem::toString).map(problem -> member.getKey() + ": " + problem))
				.toList();
		if (!problems.isEmpty()) {
			throw new InvalidStudyException(problems);
		}
	}

	/** Every member gets its folder with its study at once, so that the series can be resumed from what lies on disk alone. */
	private void prepare(Path path) throws InvalidStudyException, IOException {
		SeriesFolder.requireUsable(path, series, resume);
		for (Map.Entry<String, Study> member : members.entrySet()) {
			StudyFolder.requireUsable(SeriesFolder.memberFolder(path, member.getKey()), member.getValue(), resume);
		}
		SeriesFolder.prepare(path, series);
		for (Map.Entry<String, Study> member : members.entrySet()) {
			Path folder = SeriesFolder.memberFolder(path, member.getKey());
			if (!StudyFolder.isStudyFolder(folder)) {
				try (StudyFolder.Lock lock = StudyFolder.lock(folder)) {
					StudyFolder.prepare(folder, member.getValue());
				}
			}
		}
	}

	private IStatus run(String member, Study study, IProgressMonitor monitor) {
		String name = SeriesFiles.memberName(member);
		LiveExecution execution = executions().member(folder().getFolder(name), name);
		execution.runsIn(this);
		IStatus result;
		try {
			result = StudyRunner.run(study, source() + " > " + member, execution, true, Set.of(), monitor); //$NON-NLS-1$
		} catch (InvalidStudyException e) {
			result = problems(member, e.problems());
		} catch (IOException | RuntimeException | LinkageError e) {
			ILog.of(getClass()).error(member, e);
			result = Status.error(NLS.bind(Messages.Run_failed, member, e.getMessage() == null ? e : e.getMessage()), e);
		}
		execution.end(result);
		return result;
	}
}

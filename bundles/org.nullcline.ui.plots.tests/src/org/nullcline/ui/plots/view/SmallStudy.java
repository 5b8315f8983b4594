package org.nullcline.ui.plots.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.runs.NumpyFiles;
import org.nullcline.runs.RunReference;
import org.nullcline.runs.StudyFolder;
import org.nullcline.trainer.ExecutionListener;
import org.nullcline.trainer.StudyExecution;

/** A study of four small networks that was executed in a project of the workspace. */
final class SmallStudy {

	private static final String STUDY = """
			<?xml version="1.0" encoding="UTF-8"?>
			<nullcline:Study xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:nullcline="http://nullcline.org/model/1"
			    name="small" seed="3">
			  <task id="flip-flop">
			    <parameters name="bits" value="1"/>
			    <parameters name="steps" value="30"/>
			  </task>
			  <population seeds="2">
			    <architectures id="vanilla"/>
			    <architectures id="gru"/>
			    <sizes>8</sizes>
			  </population>
			  <training steps="60" batchSize="8" learningRate="0.01" warmUpSteps="0" validationTrials="16" validateEvery="30"
			      checkpointEvery="60">
			    <objective id="mean-squared-error"/>
			    <optimizer id="adam"/>
			  </training>
			  <analyses>
			    <analyses id="fixed-points"/>
			    <analyses id="state-space"/>
			    <analyses id="representation"/>
			  </analyses>
			</nullcline:Study>
			""";
	private static final String PROJECT = "plots";
	private static final String EXECUTION = "small-1";

	private final IProject project;

	private SmallStudy(IProject project) {
		this.project = project;
	}

	/** Trains the networks and asks the analyses; takes some seconds. */
	static SmallStudy execute() throws Exception {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT);
		if (!project.exists()) {
			project.create(null);
		}
		project.open(null);
		SmallStudy study = new SmallStudy(project);
		StudyExecution.execute(StudyValidator.plan(StudyFiles.read(STUDY.getBytes(StandardCharsets.UTF_8), "small"),
				ContributionRegistry.read(), "small"), study.folder(), false, 2, new ExecutionListener() {
				}, new NullProgressMonitor());
		study.addResidency();
		study.addSweep();
		project.refreshLocal(IResource.DEPTH_INFINITE, null);
		return study;
	}

	IProject project() {
		return project;
	}

	String execution() {
		return EXECUTION;
	}

	/** The output folder of the execution. */
	Path folder() {
		return project.getLocation().append("runs").append(EXECUTION).toPath();
	}

	RunReference run(String name) {
		return new RunReference(StudyFolder.runFolder(folder(), name));
	}

	RunReference vanilla() {
		return run("vanilla-8-seed-0");
	}

	RunReference gru() {
		return run("gru-8-seed-0");
	}

	/** Of 60 states in four regions. */
	private void addResidency() throws IOException {
		double[] time = IntStream.range(0, 60).mapToDouble(s -> s % 20).toArray();
		double[] region = IntStream.range(0, 60).mapToDouble(s -> s % 20 / 5).toArray();
		addResult("residency", Map.of("residency_time", time, "region", region));
	}

	private void addSweep() throws IOException {
		addResult("interventions", Map.of("factors_0", new double[] { 0, 0.5, 1 }, "switches_kick_0", new double[] { 0, 0.4, 0.9 },
				"units_kick_0", new double[] { 2, 6 }, "random_groups_0", new double[] { 0.8, 0.9 }));
	}

	/** As an analysis of any plug-in would leave it. */
	private void addResult(String name, Map<String, double[]> arrays) throws IOException {
		Path folder = Files.createDirectories(StudyFolder.resultFolder(vanilla().folder(), name));
		for (Map.Entry<String, double[]> array : arrays.entrySet()) {
			NumpyFiles.write(folder.resolve(array.getKey() + ".npy"), NativeArrays.of(array.getValue(), array.getValue().length));
		}
		String files = arrays.keySet().stream().map(array -> "\"" + array + "\": \"" + array + ".npy\"").collect(Collectors.joining(", "));
		Files.writeString(folder.resolve("result.json"), """
				{"analysis": "%s", "analysisName": "%s", "plugin": "test", "pluginVersion": "1", "subjects": ["vanilla-8-seed-0"],
				 "parameters": {}, "values": {}, "arrays": {%s}, "tables": [], "figures": [], "findings": [], "notes": []}
				""".formatted(name, name, files));
	}
}

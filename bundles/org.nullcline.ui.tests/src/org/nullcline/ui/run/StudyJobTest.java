package org.nullcline.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.Test;
import org.nullcline.model.ModelFactory;

/** Jobs that do not get to run. */
class StudyJobTest {

	@Test
	void aJobThatIsCancelledWhileItWaitsEndsItsExecution() throws Exception {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("waiting");
		project.create(null);
		project.open(null);
		try {
			Executions executions = new Executions(new InterruptedExecutions());
			LiveExecution execution = executions.begin(project, "study", "study");
			Job job = new StudyJob(executions, ModelFactory.eINSTANCE.createStudy(), "study", execution, false, Set.of());
			job.schedule(60_000);
			assertEquals(1, executions.running());
			execution.cancel();
			execution.join();
			assertTrue(execution.ended());
			assertEquals(0, executions.running());
		} finally {
			project.delete(true, true, null);
		}
	}
}

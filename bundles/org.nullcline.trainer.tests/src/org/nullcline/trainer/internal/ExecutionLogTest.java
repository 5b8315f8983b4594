package org.nullcline.trainer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.trainer.ExecutionLog;
import org.nullcline.trainer.ExecutionLog.Entry;

/** What an execution writes about itself. */
class ExecutionLogTest {

	@TempDir
	Path folder;

	@Test
	void theLogTellsTheWholeHistory() throws Exception {
		assertEquals(List.of(), ExecutionLog.read(folder));
		StudyPlan plan = SmallStudy.plan("vanilla", List.of());
		SmallStudy.executeUntil(plan, folder, 5);
		SmallStudy.resume(plan, folder);
		List<Entry> entries = ExecutionLog.read(folder);
		entries.forEach(entry -> assertNotNull(entry.time()));
		String network = SmallStudy.network(plan).name();
		List<String> texts = entries.stream().filter(entry -> entry.subject().equals(network)).map(Entry::text).toList();
		assertEquals("training begins", texts.get(0));
		assertTrue(texts.get(1).startsWith("cancelled"), texts.get(1));
		assertTrue(texts.get(2).startsWith("training goes on after step "), texts.get(2));
		assertTrue(texts.get(3).startsWith("done, fraction of variance unexplained "), texts.get(3));
		assertTrue(entries.stream().anyMatch(entry -> entry.text().equals("execution was cancelled")));
		assertEquals("execution has ended", entries.getLast().text());
	}

	@Test
	void linesOfOthersAreKeptAsTheyAre() throws Exception {
		SmallStudy.execute(SmallStudy.plan("vanilla", List.of()), folder);
		Files.writeString(folder.resolve(ExecutionLog.FILE), "a remark\n", StandardOpenOption.APPEND);
		Entry last = ExecutionLog.read(folder).getLast();
		assertNull(last.time());
		assertEquals("a remark", last.text());
	}
}

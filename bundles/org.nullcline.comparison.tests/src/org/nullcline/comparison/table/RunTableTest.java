package org.nullcline.comparison.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.comparison.table.TableRow.Group;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.model.RunState;
import org.nullcline.runs.RunReference;
import org.nullcline.runs.index.IndexedRun;
import org.nullcline.runs.index.RunConfiguration;
import org.nullcline.runs.index.TrainingSummary;

/** Filters, orders and groups of runs. */
class RunTableTest {

	private static final List<IndexedRun> RUNS = List.of(
			run("gru-64-seed-0", "gru", 64, 0, 0.05, Map.of("task.bits", "3", "training.learningRate", "0.001", "note", "a, \"b\"")),
			run("gru-128-seed-0", "gru", 128, 0, 0.2, Map.of("task.bits", "3", "training.learningRate", "1.0E-3")),
			run("lstm-64-seed-1", "lstm", 64, 1, Double.NaN, Map.of("task.bits", "3", "training.learningRate", "0.01")),
			run("vanilla-9-seed-10", "vanilla", 9, 10, 0.01, Map.of("task.bits", "3")));
	private static final RunColumns COLUMNS = RunColumns.of(RUNS);

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"architecture = gru and units >= 64 and loss < 0.1|0", "architecture = gru|0 1", "architecture != GRU|2 3",
			"loss < 0.1|0 3", "loss >= 0.05|0 1", "not loss < 0.1|1 2", "has loss|0 1 3", "not has training.learningRate|3",
			"training.learningRate = 1e-3|0 1", "training.learningRate != 0.001|2", "units in (9, 128)|1 3",
			"run ~ seed-0|0 1", "run ~ gru*0|0 1", "run ~ '*64*1'|2", "architecture = lstm or units < 10 and loss = 0.01|2 3",
			"(architecture = lstm or units < 10) and loss = 0.01|3", "NOT (architecture IN (gru, lstm))|3",
			"note = 'a, \"b\"'|0", "run > gru-64-seed-0 and run <= lstm-64-seed-1|1 2", "state = done|0 1 2 3", "'units'<>64|1 3" })
	void aFilterLetsThroughWhatItSays(String expression, String expected) throws FilterSyntaxException {
		List<String> passed = RUNS.stream().filter(RunFilter.parse(expression, COLUMNS).condition()).map(IndexedRun::name).toList();
		assertEquals(List.of(expected.split(" ")).stream().map(i -> RUNS.get(Integer.parseInt(i)).name()).toList(), passed);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"architeture = gru|0|11|there is no column 'architeture'; did you mean 'architecture'?",
			"learningRate = 1|0|12|there is no column 'learningRate'; did you mean 'training.learningRate'?",
			"qqqqqqq = 1|0|7|there is no column 'qqqqqqq'", "units >=|8|8|a value is missing after '>='",
			"units 64|6|8|expected a comparison with 'units', for example units < 1",
			"units > many|8|12|'units' is a number, 'many' is none", "(units > 1|0|1|the closing parenthesis is missing",
			"units > 1 loss < 2|10|14|expected 'and' or 'or' before 'loss'", "units > 1 and|13|13|a column is missing at the end, for example units >= 64",
			"run = 'gru|6|10|the closing quote is missing", "run = a & b|8|9|'&' is not understood; put names and values with such characters in quotes",
			"units in 64|9|11|expected values in parentheses after 'in', for example units in (1, 2)",
			"= 3|0|1|expected the name of a column instead of '='" })
	void anErrorSaysWhereAndWhy(String expression, int start, int end, String message) {
		FilterSyntaxException e = assertThrows(FilterSyntaxException.class, () -> RunFilter.parse(expression.strip(), COLUMNS));
		assertEquals(message, e.getMessage());
		assertEquals(start, e.start());
		assertEquals(end, e.end());
	}

	@Test
	void filtersObeyTheLawsOfLogic() throws FilterSyntaxException {
		RandomGenerator random = RandomStreams.of(5).stream("filters");
		List<String> conditions = List.of("units > 50", "loss < 0.1", "architecture = gru", "seed in (0, 1)", "run ~ 6");
		for (int trial = 0; trial < 50; trial++) {
			String a = conditions.get(random.nextInt(conditions.size()));
			String b = conditions.get(random.nextInt(conditions.size()));
			assertEquals(passed("not (" + a + " and " + b + ")"), passed("not " + a + " or not " + b));
			assertEquals(passed(a + " or " + b + " and " + a), passed(a));
			assertEquals(passed("not not " + a), passed(a));
		}
	}

	@Test
	void quotingBringsAnyWordThrough() throws FilterSyntaxException {
		for (String word : List.of("plain", "with space", "it's", "and", "a,b", "\"", "(", "1e-3", "")) {
			IndexedRun run = run("r", "gru", 1, 0, 1, Map.of("note", word));
			assertTrue(RunFilter.parse(RunFilter.equal("note", word), RunColumns.of(List.of(run))).condition().test(run), word);
		}
	}

	@Test
	void severalColumnsOrderTheRows() throws FilterSyntaxException {
		assertEquals(List.of("vanilla-9-seed-10", "gru-64-seed-0", "lstm-64-seed-1", "gru-128-seed-0"),
				names(new SortKey("units", false), new SortKey("architecture", false)));
		assertEquals(List.of("gru-128-seed-0", "lstm-64-seed-1", "gru-64-seed-0", "vanilla-9-seed-10"),
				names(new SortKey("units", true), new SortKey("architecture", true)));
		// Runs without a value come last in both directions.
		assertEquals("lstm-64-seed-1", names(new SortKey("loss", false)).getLast());
		assertEquals("lstm-64-seed-1", names(new SortKey("loss", true)).getLast());
		assertEquals(List.of("gru-64-seed-0", "gru-128-seed-0", "lstm-64-seed-1", "vanilla-9-seed-10"), names(new SortKey("run", false)));
		assertEquals(RUNS.stream().map(IndexedRun::name).toList(), names(new SortKey("no such column", true)));
	}

	@Test
	void theNaturalOrderIsAnOrder() {
		RandomGenerator random = RandomStreams.of(5).stream("texts");
		List<String> texts = new ArrayList<>(List.of("", "a", "A", "a1", "a01", "a10", "a9", "9", "10", "a9b", "a9b1", "b"));
		for (int i = 0; i < 40; i++) {
			texts.add(random.ints(random.nextInt(6), 0, 6).collect(StringBuilder::new,
					(text, c) -> text.append("aB019.".charAt(c)), StringBuilder::append).toString());
		}
		for (String a : texts) {
			for (String b : texts) {
				int order = Integer.signum(NaturalOrder.INSTANCE.compare(a, b));
				assertEquals(-order, Integer.signum(NaturalOrder.INSTANCE.compare(b, a)), a + " " + b);
				assertEquals(a.equals(b), order == 0, a + " " + b);
				for (String c : texts) {
					if (order <= 0 && NaturalOrder.INSTANCE.compare(b, c) <= 0) {
						assertTrue(NaturalOrder.INSTANCE.compare(a, c) <= 0, a + " " + b + " " + c);
					}
				}
			}
		}
		assertTrue(NaturalOrder.INSTANCE.compare("seed-9", "seed-10") < 0);
	}

	@Test
	void columnsDifferWhereRunsDiffer() {
		List<String> differing = COLUMNS.differing().stream().map(RunColumn::name).toList();
		assertEquals(new HashSet<>(List.of("run", "architecture", "units", "training.learningRate", "note", "seed", "loss")),
				new HashSet<>(differing));
		// The learning rates are the same number, but not written alike, which is shown.
		assertEquals(List.of("run", "units", "note", "training.learningRate", "loss"),
				RunColumns.of(RUNS.subList(0, 2)).differing().stream().map(RunColumn::name).toList());
		assertEquals(List.of(), RunColumns.of(List.of(RUNS.get(0))).differing());
	}

	@Test
	void groupsHaveMeansWithStudentsInterval() throws FilterSyntaxException {
		List<IndexedRun> runs = new ArrayList<>();
		double[] losses = { 1, 2, 4, 7, 11 };
		for (int seed = 0; seed < losses.length; seed++) {
			runs.add(run("gru-8-seed-" + seed, "gru", 8, seed, losses[seed], Map.of()));
		}
		runs.add(run("lstm-8-seed-0", "lstm", 8, 0, 3, Map.of()));
		runs.add(run("lstm-8-seed-1", "lstm", 8, 1, 4, Map.of()));
		RunColumns columns = RunColumns.of(runs);
		RunTable table = RunTable.of(runs, columns, new TableQuery("", List.of(), List.of("architecture", "units")));
		assertEquals(2, table.rows().size());
		Group gru = (Group) table.rows().get(0);
		assertEquals(List.of("gru", "8"), gru.keys());
		GroupMean mean = gru.mean(columns.find("loss").orElseThrow());
		// 2.776445, the quantile of t with 4 degrees of freedom, times the standard error, the root of 16.5 / 5.
		assertEquals(5, mean.mean(), 1e-12);
		assertEquals(5 - 2.776445 * Math.sqrt(3.3), mean.interval().low(), 1e-5);
		assertEquals(5 + 2.776445 * Math.sqrt(3.3), mean.interval().high(), 1e-5);
		assertEquals("5 \u00b1 5.0", gru.text(columns.find("loss").orElseThrow()));
		assertEquals("0 \u2026 4", gru.text(columns.find("seed").orElseThrow()));
		Group lstm = (Group) table.rows().get(1);
		assertEquals("3.500", lstm.text(columns.find("loss").orElseThrow()));
		assertTrue(Double.isNaN(lstm.mean(columns.find("loss").orElseThrow()).interval().low()));
		assertEquals(List.of("lstm", "gru"), table(runs, new SortKey("loss", false)).rows().stream()
				.map(row -> ((Group) row).keys().get(0)).toList());
		assertEquals(List.of("lstm", "gru"), table(runs, new SortKey("architecture", true)).rows().stream()
				.map(row -> ((Group) row).keys().get(0)).toList());
		assertEquals(runs.size(), table.runs().count());
	}

	@Test
	void theTableIsWrittenAsCsv() throws FilterSyntaxException {
		List<RunColumn> columns = List.of(COLUMNS.find("run").orElseThrow(), COLUMNS.find("note").orElseThrow(),
				COLUMNS.find("loss").orElseThrow());
		RunTable table = RunTable.of(RUNS, COLUMNS, new TableQuery("units = 64", List.of(), List.of()));
		assertEquals("run,note,loss\r\ngru-64-seed-0,\"a, \"\"b\"\"\",0.05\r\nlstm-64-seed-1,,\r\n", RunsCsv.write(columns, table.rows()));
		RunTable grouped = RunTable.of(RUNS, COLUMNS, new TableQuery("", List.of(), List.of("architecture")));
		assertEquals("runs,architecture,loss,loss low,loss high\r\n2,gru,0.125,,\r\n1,lstm,,,\r\n1,vanilla,0.01,,\r\n",
				RunsCsv.write(List.of(COLUMNS.find("architecture").orElseThrow(), COLUMNS.find("loss").orElseThrow()), grouped.rows()));
	}

	private static RunTable table(List<IndexedRun> runs, SortKey order) throws FilterSyntaxException {
		return RunTable.of(runs, RunColumns.of(runs), new TableQuery("", List.of(order), List.of("architecture")));
	}

	private static List<String> passed(String filter) throws FilterSyntaxException {
		return RUNS.stream().filter(RunFilter.parse(filter, COLUMNS).condition()).map(IndexedRun::name).toList();
	}

	private static List<String> names(SortKey... order) throws FilterSyntaxException {
		return RunTable.of(RUNS, COLUMNS, new TableQuery("", List.of(order), List.of())).runs().map(IndexedRun::name).toList();
	}

	static IndexedRun run(String name, String architecture, int units, int seed, double loss, Map<String, String> settings) {
		TrainingSummary training = new TrainingSummary(loss, Double.NaN, Double.NaN, Double.NaN, -1, Double.NaN, Double.NaN);
		return new IndexedRun(new RunReference(Path.of("/project/runs/study-1/runs").resolve(name)), "study", RunState.DONE, "",
				architecture, units, seed, 10, 10, new RunConfiguration(List.of(new TreeMap<>(settings))), training, Map.of(), "");
	}
}

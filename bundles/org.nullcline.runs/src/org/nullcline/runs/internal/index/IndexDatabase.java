package org.nullcline.runs.internal.index;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.h2.jdbcx.JdbcDataSource;
import org.nullcline.model.RunState;
import org.nullcline.runs.RunReference;
import org.nullcline.runs.index.IndexedRun;
import org.nullcline.runs.index.RunConfiguration;
import org.nullcline.runs.index.TrainingSummary;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;

/**
 * The tables of the index. Parts of configurations, which thousands of runs share, have a table of their own. Not
 * thread-safe.
 */
final class IndexDatabase implements AutoCloseable {

	/** Of the tables and of what is read from the folders; an index of another version is made anew. */
	private static final int VERSION = 1;
	private static final String[] TABLES = {
			"CREATE TABLE version (number INT NOT NULL)",
			"CREATE TABLE executions (id INT PRIMARY KEY, folder VARCHAR NOT NULL UNIQUE)",
			"CREATE TABLE parts (id INT PRIMARY KEY, content VARCHAR NOT NULL)",
			"CREATE TABLE runs (execution INT NOT NULL, name VARCHAR NOT NULL, stamp BIGINT NOT NULL, study VARCHAR, state VARCHAR,"
					+ " message VARCHAR, architecture VARCHAR, units INT, seed INT, step INT, steps INT, parts VARCHAR,"
					+ " loss DOUBLE PRECISION, validation_loss DOUBLE PRECISION, unexplained DOUBLE PRECISION,"
					+ " best_validation_loss DOUBLE PRECISION, best_step INT, best_unexplained DOUBLE PRECISION,"
					+ " seconds DOUBLE PRECISION, results VARCHAR, ended VARCHAR, PRIMARY KEY (execution, name))" };
	private static final String COLUMNS = "name, stamp, study, state, message, architecture, units, seed, step, steps, parts,"
			+ " loss, validation_loss, unexplained, best_validation_loss, best_step, best_unexplained, seconds, results, ended";

	private final Gson gson = new Gson();
	private final Settings settings;
	private final Connection connection;
	private final Map<Path, Integer> executions = new HashMap<>();
	private final Map<Integer, Map<String, String>> parts = new HashMap<>();
	private final Map<Map<String, String>, Integer> partNumbers = new HashMap<>();

	/**
	 * Opens the tables, or makes them.
	 *
	 * @param file     without the ending that the database gives it; null for an index in memory
	 * @param settings where parts of configurations are shared
	 */
	IndexDatabase(Path file, Settings settings) throws SQLException {
		this.settings = settings;
		JdbcDataSource source = new JdbcDataSource();
		source.setURL(file == null ? "jdbc:h2:mem:"
				: "jdbc:h2:file:" + file.toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
		connection = source.getConnection();
		try {
			connection.setAutoCommit(false);
			if (!isCurrent()) {
				create();
			}
			readExecutions();
			readParts();
		} catch (SQLException | RuntimeException e) {
			close();
			throw e;
		}
	}

	@Override
	public void close() throws SQLException {
		connection.close();
	}

	/** The executions of which there is anything. */
	Collection<Path> executions() {
		return List.copyOf(executions.keySet());
	}

	/** The runs of an execution by name. */
	Map<String, IndexEntry> read(Path execution) throws SQLException {
		Map<String, IndexEntry> runs = new TreeMap<>();
		Integer id = executions.get(execution);
		if (id != null) {
			try (PreparedStatement query = connection.prepareStatement("SELECT " + COLUMNS + " FROM runs WHERE execution = ?")) {
				query.setInt(1, id);
				query.setFetchSize(1000);
				try (ResultSet row = query.executeQuery()) {
					while (row.next()) {
						IndexEntry entry = entry(execution, row);
						runs.put(entry.run().name(), entry);
					}
				}
			}
		}
		return runs;
	}

	/** Writes and removes runs of an execution, all or none. */
	void write(Path execution, Collection<IndexEntry> changed, Collection<String> removed) throws SQLException {
		try {
			int id = executionId(execution);
			try (PreparedStatement delete = connection.prepareStatement("DELETE FROM runs WHERE execution = ? AND name = ?")) {
				for (String name : removed) {
					delete.setInt(1, id);
					delete.setString(2, name);
					delete.addBatch();
				}
				delete.executeBatch();
			}
			try (PreparedStatement merge = connection.prepareStatement("MERGE INTO runs (execution, " + COLUMNS
					+ ") KEY (execution, name) VALUES (?" + ", ?".repeat(20) + ")")) {
				for (IndexEntry entry : changed) {
					set(merge, id, entry);
					merge.addBatch();
				}
				merge.executeBatch();
			}
			connection.commit();
		} catch (SQLException | RuntimeException e) {
			connection.rollback();
			throw e;
		}
	}

	/** Forgets an execution. */
	void remove(Path execution) throws SQLException {
		Integer id = executions.remove(execution);
		if (id != null) {
			try (Statement statement = connection.createStatement()) {
				statement.executeUpdate("DELETE FROM runs WHERE execution = " + id);
				statement.executeUpdate("DELETE FROM executions WHERE id = " + id);
			}
			connection.commit();
		}
	}

	/** Forgets everything. */
	void clear() throws SQLException {
		create();
		executions.clear();
		parts.clear();
		partNumbers.clear();
	}

	private boolean isCurrent() {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT number FROM version")) {
			return row.next() && row.getInt(1) == VERSION;
		} catch (SQLException e) {
			return false;
		}
	}

	private void create() throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("DROP ALL OBJECTS");
			for (String table : TABLES) {
				statement.execute(table);
			}
			statement.executeUpdate("INSERT INTO version VALUES (" + VERSION + ")");
		}
		connection.commit();
	}

	private void readExecutions() throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT id, folder FROM executions")) {
			while (row.next()) {
				executions.put(Path.of(row.getString(2)), row.getInt(1));
			}
		}
	}

	private void readParts() throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT id, content FROM parts")) {
			while (row.next()) {
				Map<String, String> part = settings.share(gson.fromJson(row.getString(2), new TypeToken<LinkedHashMap<String, String>>() {
				}));
				parts.put(row.getInt(1), part);
				partNumbers.put(part, row.getInt(1));
			}
		} catch (JsonParseException e) {
			throw new SQLException(e);
		}
	}

	private int executionId(Path execution) throws SQLException {
		Integer known = executions.get(execution);
		if (known != null) {
			return known;
		}
		int id = executions.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
		try (PreparedStatement insert = connection.prepareStatement("INSERT INTO executions VALUES (?, ?)")) {
			insert.setInt(1, id);
			insert.setString(2, execution.toString());
			insert.executeUpdate();
		}
		executions.put(execution, id);
		return id;
	}

	private int partNumber(Map<String, String> part) throws SQLException {
		Integer known = partNumbers.get(part);
		if (known != null) {
			return known;
		}
		int number = parts.size() + 1;
		try (PreparedStatement insert = connection.prepareStatement("INSERT INTO parts VALUES (?, ?)")) {
			insert.setInt(1, number);
			insert.setString(2, gson.toJson(part));
			insert.executeUpdate();
		}
		parts.put(number, part);
		partNumbers.put(part, number);
		return number;
	}

	private void set(PreparedStatement merge, int execution, IndexEntry entry) throws SQLException {
		IndexedRun run = entry.run();
		List<String> numbers = new ArrayList<>();
		for (Map<String, String> part : run.configuration().parts()) {
			numbers.add(Integer.toString(partNumber(part)));
		}
		TrainingSummary training = run.training();
		Object[] values = { execution, run.name(), entry.stamp(), run.study(), run.state().getLiteral(), run.message(),
				run.architecture(), run.units(), run.seed(), run.step(), run.steps(), String.join(" ", numbers), training.loss(),
				training.validationLoss(), training.unexplained(), training.bestValidationLoss(), training.bestStep(),
				training.bestUnexplained(), training.seconds(), run.results().isEmpty() ? null : texts(run.results()), run.ended() };
		for (int i = 0; i < values.length; i++) {
			merge.setObject(i + 1, values[i]);
		}
	}

	private IndexEntry entry(Path execution, ResultSet row) throws SQLException {
		RunReference reference = new RunReference(org.nullcline.runs.StudyFolder.runFolder(execution, row.getString(1)));
		List<Map<String, String>> configuration = new ArrayList<>();
		String numbers = row.getString(11);
		for (String number : numbers == null || numbers.isEmpty() ? new String[0] : numbers.split(" ")) {
			configuration.add(parts.get(Integer.valueOf(number)));
		}
		TrainingSummary training = new TrainingSummary(row.getDouble(12), row.getDouble(13), row.getDouble(14),
				row.getDouble(15), row.getInt(16), row.getDouble(17), row.getDouble(18));
		RunState state = RunState.get(row.getString(4));
		String results = row.getString(19);
		return new IndexEntry(new IndexedRun(reference, row.getString(3), state == null ? RunState.FAILED : state,
				row.getString(5), row.getString(6), row.getInt(7), row.getInt(8), row.getInt(9), row.getInt(10),
				configuration.isEmpty() ? RunConfiguration.EMPTY : new RunConfiguration(configuration), training,
				results == null ? Map.of() : numbers(results), row.getString(20)), row.getLong(2));
	}

	/** As texts, because JSON has no infinite numbers. */
	private String texts(Map<String, Double> values) {
		Map<String, String> texts = new TreeMap<>();
		values.forEach((name, value) -> texts.put(name, value.toString()));
		return gson.toJson(texts);
	}

	private Map<String, Double> numbers(String json) {
		Map<String, Double> numbers = new HashMap<>();
		gson.fromJson(json, new TypeToken<Map<String, String>>() {
		}).forEach((name, value) -> numbers.put(name, Double.valueOf(value)));
		return numbers;
	}
}

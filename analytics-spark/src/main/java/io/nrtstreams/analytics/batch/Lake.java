package io.nrtstreams.analytics.batch;

import io.nrtstreams.analytics.pipeline.Causes;
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.analytics.result.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Tables over files, and SQL over them. Tables are external: their files belong to whoever writes them, and dropping a
 * table leaves them alone. Thread-safe as far as Spark's session is.
 */
public final class Lake {
    private final SparkSession session;

    /** A lake in a session of its own; its tables are seen by all sessions of the same Spark. */
    public Lake(SparkRuntime spark) {
        this.session = spark.session().newSession();
        session.sparkContext().setLocalProperty("spark.scheduler.pool", "lake");
    }

    /**
     * Runs a script's statements, e.g. {@code CREATE EXTERNAL TABLE … USING json PARTITIONED BY (dt DATE) LOCATION …}.
     * The folder of a table need not exist yet.
     */
    public void run(String script) {
        SqlScript.statements(script).forEach(session::sql);
    }

    /** The rows of a SELECT over what the tables held at the last {@link #refresh}. */
    public Dataset<Row> query(String sql) {
        return session.sql(sql);
    }

    /** Rows by table. */
    public Map<String, Outcome<Long>> counts() {
        Map<String, Outcome<Long>> counts = new LinkedHashMap<>();
        for (String table : tables()) {
            counts.put(table, count(table));
        }
        return counts;
    }

    private Outcome<Long> count(String table) {
        try {
            return new Outcome.Ready<>(table, session.table(table).count());
        } catch (Exception e) {
            // Spark's AnalysisException is a checked one that its Scala code does not declare.
            return new Outcome.Missing<>(table, Causes.of(e));
        }
    }

    /** The names of all tables, sorted. */
    public List<String> tables() {
        return List.copyOf(new TreeSet<>(session.sql("SHOW TABLES").collectAsList().stream()
                .map(row -> row.<String>getAs("tableName"))
                .toList()));
    }

    /** Forgets the listings of files, so that the queries after it find what was written before it. */
    public void refresh() {
        tables().forEach(table -> session.catalog().refreshTable(table));
    }
}

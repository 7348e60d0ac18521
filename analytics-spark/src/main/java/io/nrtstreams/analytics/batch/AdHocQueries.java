package io.nrtstreams.analytics.batch;

import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.catalog.Catalog;
import io.nrtstreams.sql.parser.SqlParser;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.CommandExecutionMode;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import scala.runtime.AbstractPartialFunction;

/**
 * Answers any SELECT of Spark SQL over the streams, tables and objects of a catalog, by a batch over what they hold when it
 * begins. Each query has a Spark session of its own, and sees nothing of the process but the catalog. Thread-safe.
 */
public final class AdHocQueries implements AutoCloseable {

    private static final Set<String> BEGINNINGS = Set.of("SELECT", "WITH", "VALUES", "(");

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("spark.sql.defaultCatalog", QueryCatalog.NAME),
            Map.entry("spark.sql.catalog." + QueryCatalog.NAME, QueryCatalog.class.getName()),
            Map.entry("spark.sql.ansi.enabled", "false"),
            Map.entry("spark.sql.session.timeZone", "UTC"),
            Map.entry("spark.sql.datetime.java8API.enabled", "true"),
            Map.entry("spark.sql.timeType.enabled", "true"),
            Map.entry("spark.sql.parser.escapedStringLiterals", "true"),
            // No file of the machine is a table.
            Map.entry("spark.sql.runSQLOnFiles", "false"),
            // Results come partition by partition: small ones in one, large ones in pieces of some size.
            Map.entry("spark.sql.adaptive.enabled", "true"),
            Map.entry("spark.sql.shuffle.partitions", "16"),
            Map.entry("spark.sql.adaptive.advisoryPartitionSizeInBytes", "16m"),
            Map.entry("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false"));

    private final SparkSession spark;
    private final Relation.Access access;
    private final AdHocLimits limits;
    private final Semaphore free;
    private final AtomicLong numbers = new AtomicLong();
    private final SqlParser parser = new SqlParser();
    private final ScheduledExecutorService timer;
    private volatile TableSnapshots snapshots = TableSnapshots.NONE;

    /**
     * A service of queries.
     *
     * @param kafka properties of Kafka clients, bootstrap.servers among them
     * @param serviceId names its consumers
     * @param libraries the functions and formats that queries may name
     */
    public AdHocQueries(
            SparkRuntime spark,
            Map<String, String> kafka,
            String serviceId,
            QueryLibraries libraries,
            AdHocLimits limits) {
        this.spark = (SparkSession) spark.session();
        this.access = new Relation.Access(kafka, serviceId, libraries);
        this.limits = limits;
        this.free = new Semaphore(limits.running());
        ScheduledThreadPoolExecutor one = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "adhoc-time-limit");
            thread.setDaemon(true);
            return thread;
        });
        one.setRemoveOnCancelPolicy(true);
        this.timer = one;
    }

    /** Reads tables from these from now on, where they have them. */
    public void use(TableSnapshots tables) {
        snapshots = tables;
    }

    /**
     * Begins to answer a SELECT.
     *
     * @param text of one statement, in our own dialect or in Spark's
     * @param catalog what it can name
     * @throws SqlException when it is no SELECT, names what there is not, or too many queries are running
     */
    public QueryRun start(String text, Catalog catalog) {
        if (!free.tryAcquire()) {
            throw new SqlException("There are " + limits.running()
                    + " queries running on Spark already. Wait until one is over, or close one.");
        }
        String id = "adhoc_" + access.serviceId() + "_" + numbers.incrementAndGet();
        QuerySources sources = sources(id, catalog).open();
        try {
            Dataset<Row> answer = answer(id, text);
            return AdHocRun.start(id, answer, sources.undecoded(), limits.time(), timer, () -> {
                sources.close();
                free.release();
            });
        } catch (Exception e) {
            // Not only unchecked ones: Spark's AnalysisException is a checked one that its Scala code does not declare.
            sources.close();
            free.release();
            throw SparkFailures.told(e);
        }
    }

    private QuerySources sources(String id, Catalog catalog) {
        SparkContext context = spark.sparkContext();
        UndecodedCount undecoded = new UndecodedCount(context.longAccumulator());
        return new QuerySources(
                id, catalog, access, snapshots, context.isLocal(), context.hadoopConfiguration(), undecoded);
    }

    private Dataset<Row> answer(String id, String text) throws ParseException {
        String rewritten = SparkText.of(text, isOurs(text));
        if (BEGINNINGS.stream().noneMatch(rewritten::startsWith)) {
            throw notSelect();
        }
        SparkSession session = spark.newSession();
        SETTINGS.forEach(session.conf()::set);
        session.conf().set("spark.sql.catalog." + QueryCatalog.NAME + "." + QueryCatalog.QUERY, id);
        SparkFunctions.register(session.sessionState().functionRegistry(), access.libraries());
        LogicalPlan parsed = session.sessionState().sqlParser().parsePlan(rewritten);
        // Analysed without being carried out, as Spark carries out commands at once.
        LogicalPlan analysed = session.sessionState()
                .executePlan(parsed, CommandExecutionMode.SKIP())
                .analyzed();
        if (parsed.collectWithSubqueries(new Refused()).nonEmpty()
                || analysed.collectWithSubqueries(new Refused()).nonEmpty()) {
            throw notSelect();
        }
        return Dataset.ofRows(session, parsed);
    }

    private static SqlException notSelect() {
        return new SqlException("Only a SELECT can be answered here, without programs of its own and without changes.");
    }

    /** Whether a text is one SELECT as Spark's parser reads it, whatever it names. */
    public boolean isSelect(String text) {
        String rewritten = SparkText.of(text, false);
        if (BEGINNINGS.stream().noneMatch(rewritten::startsWith)) {
            return false;
        }
        try {
            var unused = spark.sessionState().sqlParser().parsePlan(rewritten);
            return true;
        } catch (ParseException e) {
            return false;
        }
    }

    private boolean isOurs(String text) {
        try {
            parser.parse(text);
            return true;
        } catch (SqlException e) {
            // Spark's parser has the last word, and its own message.
            return false;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** What a SELECT has no business with: changes, programs, and tables over files that others made for themselves. */
    private static final class Refused extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {

        @Override
        public boolean isDefinedAt(LogicalPlan plan) {
            return plan instanceof Command
                    || plan instanceof ParsedStatement
                    || plan instanceof ScriptTransformation
                    || plan instanceof LogicalRelation;
        }

        @Override
        public LogicalPlan apply(LogicalPlan plan) {
            return plan;
        }
    }
}

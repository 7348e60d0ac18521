package io.nrtstreams.sql.engine;

import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.plan.FitPlan;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.tree.Statement;
import java.util.List;
import java.util.Optional;

/** What came of a statement, and what its host has to do. */
public sealed interface Outcome {

    /** Done, and nothing more to do than to say so. */
    record Done(String message) implements Outcome {}

    /** A stream or table was declared or changed. */
    record Declared(DataSource source) implements Outcome {}

    /**
     * A persistent query is to be run.
     *
     * @param replaces the query of the same id that it takes the place of, with its state
     */
    record Started(PersistentQuery query, Optional<PersistentQuery> replaces) implements Outcome {}

    /** Queries are to be ended for good. */
    record Terminated(List<PersistentQuery> queries) implements Outcome {}

    /** Queries are to be held, or to go on. */
    record Paused(List<PersistentQuery> queries) implements Outcome {}

    record Resumed(List<PersistentQuery> queries) implements Outcome {}

    /** A record is to be written. */
    record Produced(TopicRecord record) implements Outcome {}

    /** A push query is to be run until its limit. */
    record Push(QueryPlan plan, Optional<Long> limit) implements Outcome {}

    /**
     * A model is to be fitted to the rows that the plan's query gives of what its topics hold now, and to be brought to
     * {@link Engine#install}; until then statements do not find it.
     */
    record Fit(String name, FitPlan plan, boolean orReplace) implements Outcome {}

    /** Rows of text under headings. */
    record Listing(List<String> headings, List<List<String>> rows) implements Outcome {}

    /** What EXPLAIN and DESCRIBE print. */
    record Text(String text) implements Outcome {}

    /** The statement is not the engine's: it speaks of connectors, topics, sessions or pull queries. */
    record ForHost(Statement statement) implements Outcome {}
}

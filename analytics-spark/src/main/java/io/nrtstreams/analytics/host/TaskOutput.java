package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.host.flow.HostedQuery;
import io.nrtstreams.analytics.host.flow.RecordOutput;
import io.nrtstreams.analytics.host.output.BatchOutput;
import io.nrtstreams.analytics.host.output.Emission;
import io.nrtstreams.analytics.host.output.SinkTarget;
import io.nrtstreams.analytics.host.output.WriterId;
import io.nrtstreams.analytics.host.output.Written;
import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.plan.PlanJson;
import io.nrtstreams.sql.row.TopicRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a task writes of a batch: all of it when it is committed, else nothing. */
final class TaskOutput implements RecordOutput, AutoCloseable {

    private final BatchOutput output;
    private final QueryCounts counts;
    private final Map<String, SinkTarget> targets = new HashMap<>();

    private TaskOutput(BatchOutput output, QueryCounts counts) {
        this.output = output;
        this.counts = counts;
    }

    /**
     * The output of a task.
     *
     * @param level of the keyed stage, 0 for the source
     * @param suppressed queries whose output of this task is already in Kafka
     */
    static TaskOutput open(
            JobSettings settings, int level, int task, long batch, Set<String> suppressed, QueryCounts counts) {
        WriterId writer = new WriterId(settings.job(), settings.run(), level, task);
        return new TaskOutput(BatchOutput.open(settings.output(), writer, batch, suppressed), counts);
    }

    @Override
    public void accept(HostedQuery query, TopicRecord record) {
        output.accept(target(query), record);
    }

    @Override
    public void log(ProcessingLog.Entry entry) {
        output.log(entry);
    }

    /** Takes results that are already in Kafka. */
    RecordOutput silent() {
        return new RecordOutput() {
            @Override
            public void accept(HostedQuery query, TopicRecord record) {}

            @Override
            public void log(ProcessingLog.Entry entry) {}
        };
    }

    void commit() {
        Written written = output.commit();
        Set<String> queries = new TreeSet<>(written.records().keySet());
        queries.addAll(written.errors().keySet());
        for (String query : queries) {
            counts.add(new QueryCounts.Count(
                    query,
                    0,
                    written.records().getOrDefault(query, 0L),
                    written.errors().getOrDefault(query, 0L)));
        }
    }

    @Override
    public void close() {
        output.close();
    }

    private SinkTarget target(HostedQuery query) {
        return targets.computeIfAbsent(
                query.id(),
                id -> SinkTarget.of(
                        id,
                        PlanJson.read(query.plan()).sink().orElseThrow(),
                        Emission.of(query.settings().getOrDefault(Emission.PROPERTY, Emission.EVERY_CHANGE.text()))));
    }
}

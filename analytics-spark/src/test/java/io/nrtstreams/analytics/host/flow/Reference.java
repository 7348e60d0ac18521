package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.host.DirectHost;
import io.nrtstreams.sql.plan.PlanNode.Source;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.plan.Stages;
import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one process makes of the records of a batch, one at a time, in the order that micro-batches promise. */
final class Reference {

    private final DirectHost host;
    private final Map<String, Integer> ranks = new TreeMap<>();

    Reference(QueryPlan plan, ProcessingLog log) {
        host = DirectHost.start(plan, Planned.FUNCTIONS, Planned.FORMATS, Map.of(), log);
        for (Source source : Stages.of(plan).sources()) {
            ranks.merge(source.layout().topic(), source.isTable() ? 0 : 1, Math::max);
        }
    }

    private record Placed(long time, int rank, TopicRecord record) {}

    List<TopicRecord> run(List<TopicRecord> records) {
        Map<String, Long> reached = new HashMap<>();
        List<Placed> order = new ArrayList<>();
        for (TopicRecord record : records) {
            long time = RandomRecords.isRubbish(record) ? Long.MIN_VALUE : record.timestamp();
            long latest = reached.merge(record.topic() + "-" + record.partition(), time, Math::max);
            order.add(new Placed(latest, ranks.getOrDefault(record.topic(), 0), record));
        }
        order.sort(Comparator.comparingLong(Placed::time)
                .thenComparingInt(Placed::rank)
                .thenComparing(placed -> placed.record().topic())
                .thenComparingInt(placed -> placed.record().partition())
                .thenComparingLong(placed -> placed.record().offset()));
        List<TopicRecord> written = new ArrayList<>();
        order.forEach(placed -> host.process(placed.record(), written::add));
        return written;
    }
}

package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.plan.PlanJson;
import io.nrtstreams.sql.plan.Stages;
import io.nrtstreams.sql.row.TopicRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A query in batches, with its slots' stores in memory, as a job would run it. */
final class FlowRun {

    static final FunctionRegistry FUNCTIONS = FunctionRegistry.builtIn();
    static final Formats FORMATS = Formats.withoutRegistry();

    final Map<Integer, MemoryStore> stores = new TreeMap<>();
    final List<ProcessingLog.Entry> log = new ArrayList<>();
    private final FlowEnvironment environment = FlowEnvironment.of(FUNCTIONS, FORMATS);
    private final HostedQuery query;
    private final int depth;

    FlowRun(PersistentQuery persistent, int slots) {
        query = new HostedQuery(
                persistent.id(),
                1,
                PlanJson.write(persistent.plan()),
                Map.of(),
                IntStream.range(0, slots).map(slot -> 100 + slot).boxed().toList(),
                Map.of());
        depth = Levels.depth(Stages.of(persistent.plan()));
        query.slots().forEach(slot -> stores.put(slot, new MemoryStore()));
    }

    /** The last query of a script. */
    static PersistentQuery planned(String script) {
        Engine engine = Engine.create(FUNCTIONS, FORMATS, new InMemoryTopics(), () -> Instant.EPOCH);
        List<Outcome> outcomes = engine.execute(script, Map.of());
        return ((Outcome.Started) outcomes.get(outcomes.size() - 1)).query();
    }

    /** Runs a batch and gives what it writes. */
    List<TopicRecord> batch(List<TopicRecord> records) {
        Map<String, List<TopicRecord>> ranges = new LinkedHashMap<>();
        for (TopicRecord record : records) {
            ranges.computeIfAbsent(record.topic() + "-" + record.partition(), range -> new ArrayList<>())
                    .add(record);
        }
        List<TopicRecord> written = new ArrayList<>();
        RecordOutput output = new RecordOutput() {
            @Override
            public void accept(HostedQuery from, TopicRecord record) {
                written.add(record);
            }

            @Override
            public void log(ProcessingLog.Entry entry) {
                log.add(entry);
            }
        };
        List<Block> blocks = new ArrayList<>();
        for (List<TopicRecord> range : ranges.values()) {
            SourceFlow source = SourceFlow.open(
                    List.of(query),
                    range.get(0).topic(),
                    range.get(0).partition(),
                    environment,
                    blocks::add,
                    output);
            range.forEach(source::accept);
            source.finish();
        }
        for (int level = 1; level <= depth; level++) {
            List<Block> next = new ArrayList<>();
            // The shuffle keeps no order.
            java.util.Collections.reverse(blocks);
            for (Map.Entry<Integer, MemoryStore> slot : stores.entrySet()) {
                SlotFlow.run(
                        level,
                        blocks.stream()
                                .filter(block -> block.slot() == slot.getKey())
                                .iterator(),
                        slot.getValue(),
                        environment,
                        next::add,
                        output);
            }
            blocks = next;
        }
        return written;
    }
}

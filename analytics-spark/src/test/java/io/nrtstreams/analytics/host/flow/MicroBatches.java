package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.plan.PlanJson;
import io.nrtstreams.sql.plan.Stages;
import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** One query in micro-batches as a cluster would run it: blocks come in any order, slots are worked on in any order. */
final class MicroBatches {

    private final HostedQuery query;
    private final FlowEnvironment environment;
    private final Random shuffle;
    private final int depth;
    private long batches;
    private final Map<String, MapStore> stores = new TreeMap<>();
    private final List<ProcessingLog.Entry> log = new ArrayList<>();

    MicroBatches(HostedQuery query, FlowEnvironment environment, Random shuffle) {
        this.query = query;
        this.environment = environment;
        this.shuffle = shuffle;
        this.depth = Levels.depth(Stages.of(PlanJson.read(query.plan())));
    }

    /** Another run of what comes next, in a process of its own. */
    MicroBatches from(FlowEnvironment other, Random order) {
        MicroBatches copy = new MicroBatches(query, other, order);
        copy.batches = batches;
        stores.forEach((slot, store) -> copy.stores.put(slot, store.copy()));
        return copy;
    }

    List<ProcessingLog.Entry> log() {
        return log;
    }

    Map<String, MapStore> stores() {
        return stores;
    }

    /** What a batch writes: what its sources write directly first, then level by level. */
    List<TopicRecord> run(List<TopicRecord> records) {
        batches++;
        List<TopicRecord> written = new ArrayList<>();
        List<Block> blocks = read(records, written);
        for (int level = 1; level <= depth; level++) {
            Map<Integer, List<Block>> bySlot = new TreeMap<>();
            Collections.shuffle(blocks, shuffle);
            blocks.forEach(block -> bySlot.computeIfAbsent(block.slot(), slot -> new ArrayList<>())
                    .add(block));
            List<Map.Entry<Integer, List<Block>>> slots = new ArrayList<>(bySlot.entrySet());
            Collections.shuffle(slots, shuffle);
            blocks = new ArrayList<>();
            for (Map.Entry<Integer, List<Block>> slot : slots) {
                MapStore store = stores.computeIfAbsent(level + "/" + slot.getKey(), absent -> new MapStore());
                SlotFlow.run(level, slot.getValue().iterator(), store, environment, blocks::add, output(written));
            }
        }
        return written;
    }

    private List<Block> read(List<TopicRecord> records, List<TopicRecord> written) {
        Map<String, List<TopicRecord>> partitions = new HashMap<>();
        records.forEach(record -> partitions
                .computeIfAbsent(record.topic() + "-" + record.partition(), absent -> new ArrayList<>())
                .add(record));
        List<List<TopicRecord>> tasks = new ArrayList<>(partitions.values());
        Collections.shuffle(tasks, shuffle);
        List<Block> blocks = new ArrayList<>();
        for (List<TopicRecord> task : tasks) {
            task.sort(Comparator.comparingLong(TopicRecord::offset));
            SourceFlow flow = SourceFlow.open(
                    List.of(query),
                    task.get(0).topic(),
                    task.get(0).partition(),
                    batches,
                    environment,
                    blocks::add,
                    output(written));
            task.forEach(flow::accept);
            flow.finish(false);
        }
        return blocks;
    }

    private RecordOutput output(List<TopicRecord> written) {
        return new RecordOutput() {
            @Override
            public void accept(HostedQuery writer, TopicRecord record) {
                written.add(record);
            }

            @Override
            public void log(ProcessingLog.Entry entry) {
                log.add(entry);
            }
        };
    }
}

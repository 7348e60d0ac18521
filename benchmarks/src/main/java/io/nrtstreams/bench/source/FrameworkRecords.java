package io.nrtstreams.bench.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * The floor of a task: the objects that the framework asks for and nothing else. Every record has the same prepared key and
 * value, a position of its own as its offset, and a time of its own. For one thread.
 */
final class FrameworkRecords implements Polled {
    private static final int BATCH = 2000;

    private final SourceRecord prepared;
    private final Map<String, ?> partition;
    private long position;

    FrameworkRecords(SourceRecord prepared) {
        this.prepared = prepared;
        this.partition = Map.copyOf(prepared.sourcePartition());
    }

    @Override
    public List<SourceRecord> poll() {
        List<SourceRecord> batch = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            batch.add(next());
        }
        return batch;
    }

    private SourceRecord next() {
        position++;
        return new SourceRecord(
                partition,
                Map.of("position", position, "schedule", "1|0@0+1"),
                prepared.topic(),
                null,
                prepared.keySchema(),
                prepared.key(),
                prepared.valueSchema(),
                prepared.value(),
                position,
                null);
    }
}

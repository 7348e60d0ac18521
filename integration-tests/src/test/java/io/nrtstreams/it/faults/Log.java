package io.nrtstreams.it.faults;

import io.nrtstreams.quickstart.audit.ProducedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.sink.SinkRecord;

/** What a topic holds: the records of its partitions, whose offsets are 0, 1, 2 and so on. Immutable. */
final class Log implements ProducedLog {
    static final String TOPIC = "readings";
    private static final long TEN_O_CLOCK = 1_795_341_600_000L;

    private final Map<Integer, List<SinkRecord>> partitions = new TreeMap<>();

    /** Makes the text of a record from partition and offset. */
    interface Text {
        String of(int partition, int offset);
    }

    /** A log whose records are of {@code sites} in turn, so that each partition has a path for each. */
    static Log of(int partitions, int records, List<String> sites, Text text) {
        Log log = new Log();
        for (int partition = 0; partition < partitions; partition++) {
            List<SinkRecord> all = new ArrayList<>();
            for (int offset = 0; offset < records; offset++) {
                String site = sites.get((offset + partition) % sites.size());
                all.add(record(partition, offset, site, text.of(partition, offset)));
            }
            log.partitions.put(partition, List.copyOf(all));
        }
        return log;
    }

    private static SinkRecord record(int partition, int offset, String site, String text) {
        Map<String, Object> value = new TreeMap<>(Map.of("site", site, "text", text));
        long timestamp = TEN_O_CLOCK + 1000L * offset;
        return new SinkRecord(TOPIC, partition, null, null, null, value, offset, timestamp, TimestampType.CREATE_TIME);
    }

    List<TopicPartition> partitions() {
        return partitions.keySet().stream()
                .map(partition -> new TopicPartition(TOPIC, partition))
                .toList();
    }

    /** At most {@code most} records of a partition from {@code position} on. */
    List<SinkRecord> read(TopicPartition partition, long position, int most) {
        List<SinkRecord> records = partitions.get(partition.partition());
        int from = Math.toIntExact(Math.min(position, records.size()));
        return records.subList(from, Math.min(records.size(), from + most));
    }

    @Override
    public void read(String topic, Each each) {
        partitions.values().stream()
                .flatMap(List::stream)
                .filter(record -> record.topic().equals(topic))
                .forEach(record -> each.accept(record.kafkaPartition(), record.kafkaOffset(), true));
    }

    long end(TopicPartition partition) {
        return partitions.get(partition.partition()).size();
    }

    /** What has to be stored of it, with the envelope {@code partition,offset}. */
    List<StoredRecord> stored() {
        return partitions.values().stream()
                .flatMap(List::stream)
                .map(Log::stored)
                .toList();
    }

    private static StoredRecord stored(SinkRecord record) {
        Map<String, String> fields = new TreeMap<>();
        ((Map<?, ?>) record.value()).forEach((name, value) -> fields.put((String) name, (String) value));
        return StoredRecord.of(record.kafkaPartition(), record.kafkaOffset(), "site=" + fields.get("site"), fields);
    }
}

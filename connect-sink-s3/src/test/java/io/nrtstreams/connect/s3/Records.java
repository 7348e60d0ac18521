package io.nrtstreams.connect.s3;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.sink.SinkRecord;

/** Records for tests. */
final class Records {
    static final TopicPartition DEVICES = new TopicPartition("devices", 0);
    /** 2026-11-22T10:00:00Z */
    static final long TEN_O_CLOCK = 1_795_341_600_000L;

    private Records() {}

    /** A schemaless record, a second after the one before. */
    static SinkRecord record(long offset, Object value) {
        return record(DEVICES, offset, value);
    }

    static SinkRecord record(TopicPartition partition, long offset, Object value) {
        return new SinkRecord(
                partition.topic(),
                partition.partition(),
                null,
                "key-" + offset,
                null,
                value,
                offset,
                TEN_O_CLOCK + 1000 * offset,
                TimestampType.CREATE_TIME);
    }

    /** A value {@code {n: offset, site: site}}. */
    static Map<String, Object> reading(long offset, String site) {
        Map<String, Object> value = new TreeMap<>();
        value.put("n", offset);
        value.put("site", site);
        return value;
    }

    /** A log of one partition with the records 0 to count-1, whose sites take turns. */
    static Map<TopicPartition, List<SinkRecord>> log(int count, String... sites) {
        List<SinkRecord> records = new ArrayList<>();
        for (int offset = 0; offset < count; offset++) {
            records.add(record(offset, reading(offset, sites[offset % sites.length])));
        }
        Map<TopicPartition, List<SinkRecord>> log = new HashMap<>();
        log.put(DEVICES, records);
        return log;
    }

    /** The configuration that most tests change a little. */
    static Map<String, String> properties(String... more) {
        Map<String, String> properties = new HashMap<>();
        properties.put("s3.bucket", "unused");
        properties.put("s3.prefix", "lake");
        properties.put("partition.by", "site={value.site}");
        properties.put("rotate.records", "10");
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return properties;
    }
}

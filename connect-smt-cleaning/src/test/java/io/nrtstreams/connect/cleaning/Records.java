package io.nrtstreams.connect.cleaning;

import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;

/** Records as the two sides of Connect pass them to transforms. */
final class Records {
    private Records() {}

    static SourceRecord source(String topic, Object key, Object value) {
        return new SourceRecord(
                Map.of("shard", 0),
                Map.of("position", 17L),
                topic,
                1,
                schemaOf(key),
                key,
                schemaOf(value),
                value,
                1670030994123L);
    }

    static SourceRecord source(Object value) {
        return source("readings", "key", value);
    }

    static SinkRecord sink(Object value) {
        return new SinkRecord(
                "weather",
                2,
                Schema.STRING_SCHEMA,
                "Pune India",
                schemaOf(value),
                value,
                41L,
                1670030994123L,
                TimestampType.CREATE_TIME);
    }

    private static Schema schemaOf(Object value) {
        if (value instanceof Struct struct) {
            return struct.schema();
        }
        return value instanceof String ? Schema.STRING_SCHEMA : null;
    }
}

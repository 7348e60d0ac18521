package io.nrtstreams.bench.cleaning;

import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Values as records of a source and of a sink. */
final class Records {
    private static final String TOPIC = "readings";
    private static final String KEY = "meter-7";
    private static final long TIME = 1_670_030_994_123L;

    private Records() {}

    static SourceRecord source(Object value, int number) {
        return new SourceRecord(
                Map.of("shard", 0),
                Map.of("position", (long) number),
                TOPIC,
                null,
                Schema.STRING_SCHEMA,
                KEY,
                schemaOf(value),
                value,
                TIME + number);
    }

    static SinkRecord sink(Object value, int number) {
        return new SinkRecord(
                TOPIC,
                2,
                Schema.STRING_SCHEMA,
                KEY,
                schemaOf(value),
                value,
                number,
                TIME + number,
                TimestampType.CREATE_TIME);
    }

    private static @Nullable Schema schemaOf(Object value) {
        if (value instanceof Struct struct) {
            return struct.schema();
        }
        return value instanceof String ? Schema.STRING_SCHEMA : null;
    }
}

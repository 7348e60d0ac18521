package io.nrtstreams.connect.s3.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * What of the Kafka record is written beside its value, as columns in front of the value's own.
 *
 * @param columns in the order in which they are written
 */
public record Envelope(List<Column> columns) {
    public Envelope {
        columns = List.copyOf(columns);
        if (Set.copyOf(columns).size() < columns.size()) {
            throw new IllegalArgumentException("expected each part of the envelope once");
        }
    }

    /** No column: values only. */
    public static Envelope none() {
        return new Envelope(List.of());
    }

    /**
     * Reads the names of parts, e.g. {@code key, partition, offset}.
     *
     * @throws IllegalArgumentException if a name is none of them or comes twice; the message lists the names
     */
    public static Envelope of(List<String> parts) {
        return new Envelope(parts.stream().map(Column::named).toList());
    }

    /** One column of the envelope. */
    public enum Column {
        KEY {
            @Override
            Cell read(SinkRecord record) {
                return new Cell(record.key(), record.keySchema());
            }
        },
        HEADERS {
            @Override
            Cell read(SinkRecord record) {
                List<Object> headers = new ArrayList<>();
                record.headers().forEach(header -> headers.add(entry(header)));
                return new Cell(headers, null);
            }
        },
        TIMESTAMP {
            @Override
            Cell read(SinkRecord record) {
                boolean has = record.timestamp() != null && record.timestampType() != TimestampType.NO_TIMESTAMP_TYPE;
                return new Cell(has ? Texts.timestamp(record.timestamp()) : null, null);
            }
        },
        TOPIC {
            @Override
            Cell read(SinkRecord record) {
                return new Cell(record.originalTopic(), null);
            }
        },
        PARTITION {
            @Override
            Cell read(SinkRecord record) {
                return new Cell(record.originalKafkaPartition(), null);
            }
        },
        OFFSET {
            @Override
            Cell read(SinkRecord record) {
                return new Cell(record.originalKafkaOffset(), null);
            }
        };

        /** The part's name in the configuration, e.g. {@code key}. */
        public String part() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The column's name in the stored data, e.g. {@code kafka_key}. */
        public String column() {
            return "kafka_" + part();
        }

        abstract Cell read(SinkRecord record);

        private static Column named(String part) {
            Optional<Column> column = Arrays.stream(values())
                    .filter(candidate -> candidate.part().equals(part.trim().toLowerCase(Locale.ROOT)))
                    .findFirst();
            return column.orElseThrow(() -> new IllegalArgumentException("expected a list of "
                    + Arrays.stream(values()).map(Column::part).collect(Collectors.joining(", "))));
        }
    }

    /** A value and its schema, if it has one. */
    record Cell(@Nullable Object value, @Nullable Schema schema) {}

    /** A header as {@code {"key": …, "value": …}}: a name may come more than once, and order counts. */
    private static Map<String, @Nullable Object> entry(Header header) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("key", header.key());
        entry.put("value", header.value());
        return entry;
    }

    /** Refuses a value whose own field would be written under the name of an envelope column. */
    public BadRecordException collision(String field) {
        return new BadRecordException("the value has a field " + field
                + ", which the envelope writes as well; rename it with a transform, or take it out of envelope");
    }
}

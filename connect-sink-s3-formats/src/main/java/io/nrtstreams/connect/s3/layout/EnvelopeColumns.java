package io.nrtstreams.connect.s3.layout;

import io.nrtstreams.connect.s3.format.Envelope;
import io.nrtstreams.connect.s3.format.JsonWriter;
import io.nrtstreams.connect.s3.format.Texts;
import io.nrtstreams.connect.s3.format.Utf8Buffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the envelope, with types.
 *
 * <p>A header's value is text, as header values of one topic may be of any type: what is text stays as it is, single
 * values are written as in JSON and CSV (bytes in Base64), lists, maps and structs as JSON.
 */
final class EnvelopeColumns {
    private static final Schema HEADER = SchemaBuilder.struct()
            .name("io.nrtstreams.Header")
            .field("key", Schema.STRING_SCHEMA)
            .field("value", Schema.OPTIONAL_STRING_SCHEMA)
            .build();
    private static final Schema HEADERS = SchemaBuilder.array(HEADER).build();
    private static final Field HEADER_KEY = HEADER.field("key");
    private static final Field HEADER_VALUE = HEADER.field("value");

    private EnvelopeColumns() {}

    static Column of(Envelope.Column part, @Nullable Schema key) {
        return switch (part) {
            case KEY -> {
                Schema schema = key == null ? Schema.OPTIONAL_STRING_SCHEMA : key;
                yield new Column(part.column(), schema, schema.isOptional(), SinkRecord::key);
            }
            case HEADERS -> new Column(part.column(), HEADERS, false, EnvelopeColumns::headers);
            case TIMESTAMP -> new Column(part.column(), Timestamp.SCHEMA, true, EnvelopeColumns::timestamp);
            case TOPIC -> new Column(part.column(), Schema.STRING_SCHEMA, false, SinkRecord::originalTopic);
            case PARTITION -> new Column(part.column(), Schema.INT32_SCHEMA, false, SinkRecord::originalKafkaPartition);
            case OFFSET -> new Column(part.column(), Schema.INT64_SCHEMA, false, SinkRecord::originalKafkaOffset);
        };
    }

    private static @Nullable Object timestamp(SinkRecord record) {
        boolean has = record.timestamp() != null && record.timestampType() != TimestampType.NO_TIMESTAMP_TYPE;
        return has ? Timestamp.toLogical(Timestamp.SCHEMA, record.timestamp()) : null;
    }

    private static List<Struct> headers(SinkRecord record) {
        List<Struct> headers = new ArrayList<>();
        record.headers()
                .forEach(header -> headers.add(
                        new Struct(HEADER).put(HEADER_KEY, header.key()).put(HEADER_VALUE, text(header))));
        return headers;
    }

    private static @Nullable String text(Header header) {
        Object value = header.value();
        String text = value == null ? null : Texts.scalar(value, header.schema());
        return value == null || text != null ? text : json(value, header.schema());
    }

    private static String json(Object value, @Nullable Schema schema) {
        Utf8Buffer out = new Utf8Buffer();
        new JsonWriter().write(out, value, schema);
        return out.toString();
    }
}

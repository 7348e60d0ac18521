package io.nrtstreams.analytics.batch.history;

import io.nrtstreams.analytics.host.output.SourceException;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.type.SqlTypes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the records of a topic-partition out of rows that hold them with their envelope. Single-threaded. */
final class RecordMaker {

    static final String KEY = "kafka_key";
    static final String OFFSET = "kafka_offset";
    static final String TIMESTAMP = "kafka_timestamp";
    static final String HEADERS = "kafka_headers";

    private final RecordBytes bytes;
    private final List<String> needed;

    /**
     * A maker.
     *
     * @param needed the columns of the envelope that rows must have
     */
    RecordMaker(RecordBytes bytes, List<String> needed) {
        this.bytes = bytes;
        this.needed = List.copyOf(needed);
    }

    /**
     * The record.
     *
     * @throws SourceException when the row does not say all that a record is made of
     */
    @SuppressWarnings("NullAway") // Of class files javac 17 does not tell that the arrays of a record may be null.
    TopicRecord record(String topic, int partition, Map<String, @Nullable Object> row) {
        for (String column : needed) {
            if (!row.containsKey(column)) {
                throw new SourceException(
                        "it has no " + column + ", without which records cannot be put back. Let the S3"
                                + " sink write envelope=key,timestamp,partition,offset (and headers, where a column is made of"
                                + " them); objects without it cannot be a beginning");
            }
        }
        try {
            RecordBytes.KeyAndValue parts = bytes.of(row);
            return new TopicRecord(
                    topic,
                    partition,
                    whole(row.get(OFFSET), OFFSET),
                    timestamp(row.get(TIMESTAMP)),
                    parts.key(),
                    parts.value(),
                    headers(row.get(HEADERS)));
        } catch (DecodeException e) {
            throw new SourceException("it cannot be put back: " + e.getMessage(), e);
        }
    }

    private static long whole(@Nullable Object raw, String column) throws DecodeException {
        Object number = RawValues.convert(raw, SqlTypes.BIGINT, column);
        if (number == null) {
            throw new DecodeException(column + " is null");
        }
        return (Long) number;
    }

    private static long timestamp(@Nullable Object raw) throws DecodeException {
        Object instant = RawValues.convert(raw, SqlTypes.TIMESTAMP, TIMESTAMP);
        return instant == null ? -1 : ((Instant) instant).toEpochMilli();
    }

    private List<TopicRecord.Header> headers(@Nullable Object raw) throws DecodeException {
        if (!(raw instanceof List<?> entries)) {
            return List.of();
        }
        List<TopicRecord.Header> headers = new ArrayList<>(entries.size());
        for (Object entry : entries) {
            Map<?, ?> header = (Map<?, ?>) entry;
            headers.add(new TopicRecord.Header(String.valueOf(header.get("key")), bytes.header(header.get("value"))));
        }
        return headers;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

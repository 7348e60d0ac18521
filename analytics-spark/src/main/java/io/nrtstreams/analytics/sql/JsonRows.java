package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.kafka.RecordProducer;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.format.EncodeException;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlTypes;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of JSON as records of one stream or table. */
final class JsonRows implements Inserts {

    private static final String ROWTIME = "ROWTIME";

    private final DataSource target;
    private final TopicCodec codec;
    private final RecordProducer producer;
    private final InstantSource clock;

    private JsonRows(DataSource target, TopicCodec codec, RecordProducer producer, InstantSource clock) {
        this.target = target;
        this.codec = codec;
        this.producer = producer;
        this.clock = clock;
    }

    /** @throws SqlException when nothing can be written to it */
    static JsonRows into(DataSource target, Formats formats, RecordProducer producer, InstantSource clock) {
        if (target.readOnly()) {
            throw new SqlException(target.name() + " is a SOURCE " + target.kind() + ", which is read only.");
        }
        if (target.schema().windowed()) {
            throw new SqlException(
                    target.name() + " has windowed keys, and a window cannot be given: nothing can be inserted.");
        }
        return new JsonRows(target, TopicCodec.of(target.layout(), formats), producer, clock);
    }

    /** The column that a name in JSON means: upper case, unless it stands in back quotes. */
    static String columnName(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("`") && name.endsWith("`");
        return quoted ? name.substring(1, name.length() - 1) : name.toUpperCase(Locale.ROOT);
    }

    @Override
    public CompletableFuture<@Nullable Void> insert(Map<String, @Nullable Object> row) {
        TopicRecord record;
        try {
            record = record(row);
        } catch (SqlException e) {
            throw ServiceException.of(ErrorCode.BAD_REQUEST, e.problem());
        }
        return producer.send(record).exceptionallyCompose(JsonRows::told);
    }

    private static CompletableFuture<@Nullable Void> told(Throwable problem) {
        return CompletableFuture.failedFuture(
                problem instanceof RuntimeException e ? Failures.of(e, "", List.of()) : problem);
    }

    private TopicRecord record(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> values = new HashMap<>();
        row.forEach((name, value) -> values.put(columnName(name), value));
        Object time = JsonCoercion.coerce(values.remove(ROWTIME), SqlTypes.BIGINT);
        requireKnown(values);
        if (time instanceof Long early && early < 0) {
            throw new SqlException("ROWTIME cannot be negative: a topic's times begin in 1970, at 0.");
        }
        Row encoded = new Row(
                pick(target.schema().key(), values),
                null,
                pick(target.schema().value(), values),
                null,
                time instanceof Long given ? given : clock.millis(),
                null);
        requireKey(encoded.key());
        try {
            return codec.encode(encoded);
        } catch (EncodeException e) {
            throw new SqlException("The row cannot be written: " + e.getMessage() + ".");
        }
    }

    private void requireKnown(Map<String, @Nullable Object> values) {
        List<String> known = columns().stream().map(Column::name).toList();
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new SqlException(
                        target.name() + " has no column " + name + "." + Suggestions.didYouMean(name, known));
            }
        }
    }

    private List<Column> columns() {
        return Stream.concat(target.schema().key().stream(), target.schema().value().stream())
                .toList();
    }

    private void requireKey(@Nullable Object[] key) {
        for (int i = 0; i < key.length; i++) {
            if (target.isTable() && key[i] == null) {
                throw new SqlException("A row of the table " + target.name() + " needs its key: give a value for "
                        + target.schema().key().get(i).name() + ".");
            }
        }
    }

    private static @Nullable Object[] pick(List<Column> columns, Map<String, @Nullable Object> values) {
        return columns.stream().map(column -> value(column, values)).toArray();
    }

    private static @Nullable Object value(Column column, Map<String, @Nullable Object> values) {
        try {
            return JsonCoercion.coerce(values.get(column.name()), column.type());
        } catch (SqlException e) {
            throw new SqlException("The value of " + column.name() + ": " + e.problem());
        }
    }

    @Override
    public void close() {
        // The producer is everybody's.
    }
}

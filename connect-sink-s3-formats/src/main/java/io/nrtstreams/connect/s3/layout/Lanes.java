package io.nrtstreams.connect.s3.layout;

import io.nrtstreams.connect.s3.format.BadRecordException;
import io.nrtstreams.connect.s3.format.Envelope;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.ConnectSchema;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * The lane of each record, by its schemas.
 *
 * <p>A converter most often hands out one schema object for all records of a schema: such lanes are found by identity.
 * Where it makes a new object for each record, the schema's text is written each time and the lane found by that. Holds
 * at most {@value #MOST} of each, the least recently used go first. Not thread-safe.
 */
final class Lanes {
    static final int MOST = 1000;

    private static final Map<Schema.Type, Schema> PLAIN_KEYS = Arrays.stream(Schema.Type.values())
            .filter(Schema.Type::isPrimitive)
            .collect(Collectors.toMap(
                    type -> type, type -> new SchemaBuilder(type).optional().build()));

    private final Envelope envelope;
    private final boolean storesKey;
    private final Function<Layout, FilePlan> compiler;
    private final Map<Schemas, Lane> bySchemas = bounded();
    private final Map<String, Lane> byText = bounded();
    private @Nullable Schemas last;
    private @Nullable Lane lastLane;

    Lanes(Envelope envelope, Function<Layout, FilePlan> compiler) {
        this.envelope = envelope;
        this.storesKey = envelope.columns().contains(Envelope.Column.KEY);
        this.compiler = compiler;
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        };
    }

    /** Schemas of key and value, which are equal only if they are the same objects. */
    private record Schemas(@Nullable Schema key, @Nullable Schema value) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Schemas schemas && schemas.key == key && schemas.value == value;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(key) + System.identityHashCode(value);
        }
    }

    /**
     * The lane of a record.
     *
     * @throws BadRecordException if it has no schema, or one that the format cannot store
     */
    Lane of(SinkRecord record) {
        Schema key = storesKey ? keySchema(record) : null;
        Schema value = valueSchema(record);
        if (last != null && lastLane != null && last.key == key && last.value == value) {
            return lastLane;
        }
        last = new Schemas(key, value);
        lastLane = bySchemas.get(last);
        if (lastLane == null) {
            lastLane = describe(key, value);
            bySchemas.put(last, lastLane);
        }
        return lastLane;
    }

    private Lane describe(@Nullable Schema key, @Nullable Schema value) {
        try {
            Layout layout = Layout.of(envelope, key, value);
            String text = CanonicalText.of(layout.columns(), layout.struct());
            Lane known = byText.get(text);
            Lane lane = known == null ? Lane.of(text, compiler.apply(layout)) : known;
            byText.put(text, lane);
            return lane;
        } catch (BadRecordException e) {
            throw e;
        } catch (Misfit e) {
            throw e.asBadRecord();
        } catch (RuntimeException e) {
            // Planning has no other effect, so whatever fails is the schema's.
            throw new BadRecordException(
                    "its schema has no form in this format (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static @Nullable Schema valueSchema(SinkRecord record) {
        if (record.valueSchema() == null && record.value() != null) {
            throw new BadRecordException("its value has no schema, which format=avro and format=parquet need; use a"
                    + " value.converter with schemas, give it one with a transform, or set format=json");
        }
        return record.valueSchema();
    }

    private static @Nullable Schema keySchema(SinkRecord record) {
        Object key = record.key();
        return record.keySchema() != null || key == null ? record.keySchema() : ofPlainKey(key);
    }

    /** A single value says what it is; a map does not. */
    private static Schema ofPlainKey(Object key) {
        Schema.Type type = ConnectSchema.schemaType(key.getClass());
        Schema schema = type == null ? null : PLAIN_KEYS.get(type);
        if (schema == null) {
            throw new BadRecordException("its key has no schema and is no single value; use a key.converter with"
                    + " schemas, or leave key out of envelope");
        }
        return schema;
    }
}

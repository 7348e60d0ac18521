package io.nrtstreams.connect.s3.avro;

import io.nrtstreams.connect.s3.layout.Plain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Reads Avro files with Avro's own reader. */
public final class AvroFiles {
    private AvroFiles() {}

    public static Schema schema(byte[] file) {
        try (DataFileReader<GenericRecord> reader = open(file)) {
            return reader.getSchema();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The records in plain form, as {@link Plain} has it. */
    public static List<Map<String, @Nullable Object>> read(byte[] file) {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        try (DataFileReader<GenericRecord> reader = open(file)) {
            reader.forEach(record -> records.add(record(record)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    private static DataFileReader<GenericRecord> open(byte[] file) throws IOException {
        return new DataFileReader<>(new SeekableByteArrayInput(file), new GenericDatumReader<>());
    }

    private static Map<String, @Nullable Object> record(GenericRecord record) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            plain.put(field.name(), plain(field.schema(), record.get(field.pos())));
        }
        return plain;
    }

    private static @Nullable Object plain(Schema schema, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (schema.getType()) {
            case UNION -> plain(branch(schema), value);
            case INT, LONG -> ((Number) value).longValue();
            case STRING -> value.toString();
            case BYTES ->
                schema.getLogicalType() instanceof LogicalTypes.Decimal decimal
                        ? new BigDecimal(new BigInteger(((ByteBuffer) value).array()), decimal.getScale())
                        : Plain.hex(value);
            case ARRAY -> list(schema, (Collection<?>) value);
            case MAP -> map(schema, (Map<?, ?>) value);
            case RECORD -> record((GenericRecord) value);
            default -> value;
        };
    }

    private static Schema branch(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static List<@Nullable Object> list(Schema schema, Collection<?> values) {
        List<@Nullable Object> plain = new ArrayList<>();
        values.forEach(value -> plain.add(plain(schema.getElementType(), value)));
        return plain;
    }

    private static Map<String, @Nullable Object> map(Schema schema, Map<?, ?> map) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((key, value) -> plain.put(key.toString(), plain(schema.getValueType(), value)));
        return plain;
    }
}

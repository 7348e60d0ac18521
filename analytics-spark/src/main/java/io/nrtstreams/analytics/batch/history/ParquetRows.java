package io.nrtstreams.analytics.batch.history;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Rows of Parquet, with its logical types; lists and maps in the layout that the format's page prescribes. */
final class ParquetRows implements RawRows {

    private static final long JULIAN_DAY_OF_1970 = 2_440_588;

    private final ParquetReader<Group> rows;

    ParquetRows(InputFile file) throws IOException {
        this.rows = new Builder(file).build();
    }

    @Override
    public @Nullable Map<String, @Nullable Object> next() throws IOException {
        try {
            Group row = rows.read();
            return row == null ? null : struct(row);
        } catch (RuntimeException e) {
            // Parquet's decoders tell damage by unchecked exceptions.
            throw new IOException("it is no whole Parquet: " + e.getMessage(), e);
        }
    }

    private static Map<String, @Nullable Object> struct(Group group) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        for (int i = 0; i < group.getType().getFieldCount(); i++) {
            fields.put(group.getType().getFieldName(i), field(group, i));
        }
        return fields;
    }

    private static @Nullable Object field(Group group, int index) {
        Type type = group.getType().getType(index);
        int count = group.getFieldRepetitionCount(index);
        if (type.isRepetition(Type.Repetition.REPEATED)) {
            List<Object> elements = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                elements.add(value(group, type, index, i));
            }
            return elements;
        }
        return count == 0 ? null : value(group, type, index, 0);
    }

    private static Object value(Group group, Type type, int index, int at) {
        if (type.isPrimitive()) {
            return primitive(group, type.asPrimitiveType(), index, at);
        }
        Group nested = group.getGroup(index, at);
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        if (logical instanceof ListLogicalTypeAnnotation) {
            return list(nested);
        } else if (logical instanceof MapLogicalTypeAnnotation) {
            return map(nested);
        }
        return struct(nested);
    }

    private static List<@Nullable Object> list(Group group) {
        List<@Nullable Object> elements = new ArrayList<>();
        GroupType type = group.getType();
        for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
            elements.add(
                    type.getType(0).isPrimitive()
                            ? value(group, type.getType(0), 0, i)
                            : field(group.getGroup(0, i), 0));
        }
        return elements;
    }

    private static Map<String, @Nullable Object> map(Group group) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
            Group entry = group.getGroup(0, i);
            entries.put(String.valueOf(field(entry, 0)), entry.getType().getFieldCount() < 2 ? null : field(entry, 1));
        }
        return entries;
    }

    private static Object primitive(Group group, PrimitiveType type, int index, int at) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        PrimitiveTypeName name = type.getPrimitiveTypeName();
        return switch (name) {
            case BOOLEAN -> group.getBoolean(index, at);
            case INT32 -> whole(group.getInteger(index, at), logical);
            case INT64 -> whole(group.getLong(index, at), logical);
            case FLOAT -> (double) group.getFloat(index, at);
            case DOUBLE -> group.getDouble(index, at);
            case INT96 -> int96(ByteBuffer.wrap(group.getInt96(index, at).getBytes()));
            case BINARY, FIXED_LEN_BYTE_ARRAY ->
                bytes(group.getBinary(index, at).getBytes(), logical);
        };
    }

    private static Object whole(long number, @Nullable LogicalTypeAnnotation logical) {
        if (logical instanceof DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(number);
        } else if (logical instanceof TimeLogicalTypeAnnotation time) {
            return LocalTime.MIDNIGHT.plus(number, unit(time.getUnit()));
        } else if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
            return Instant.EPOCH.plus(number, unit(timestamp.getUnit()));
        } else if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return BigDecimal.valueOf(number, decimal.getScale());
        }
        return number;
    }

    private static ChronoUnit unit(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
        };
    }

    private static Object bytes(byte[] bytes, @Nullable LogicalTypeAnnotation logical) {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return new BigDecimal(new BigInteger(bytes), decimal.getScale());
        }
        boolean isText = logical != null && !(logical instanceof LogicalTypeAnnotation.BsonLogicalTypeAnnotation);
        return isText ? new String(bytes, StandardCharsets.UTF_8) : ByteBuffer.wrap(bytes);
    }

    /** The timestamps of old: nanoseconds of the day, then the Julian day. */
    private static Instant int96(ByteBuffer bytes) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        long day = bytes.getInt() - JULIAN_DAY_OF_1970;
        return Instant.ofEpochSecond(day * 86_400, nanos);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** Reads all columns as groups. */
    private static final class Builder extends ParquetReader.Builder<Group> {

        Builder(InputFile file) {
            super(file);
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }
}

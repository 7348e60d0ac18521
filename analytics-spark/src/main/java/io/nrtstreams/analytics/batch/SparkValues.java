package io.nrtstreams.analytics.batch;

import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Values of the language and values of Spark's rows, with the classes of java.time on both sides. */
final class SparkValues {

    private SparkValues() {}

    /** The value as Spark's rows hold it. */
    static @Nullable Object spark(@Nullable Object value) {
        if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return copy;
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>(list.size());
            list.forEach(element -> elements.add(spark(element)));
            return elements;
        } else if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((key, entry) -> entries.put(spark(key), spark(entry)));
            return entries;
        } else if (value instanceof StructValue struct) {
            @Nullable Object[] fields = new Object[struct.size()];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = spark(struct.get(i));
            }
            return RowFactory.create(fields);
        }
        return value;
    }

    /** The value of a row of Spark as the type's values are. */
    static @Nullable Object sql(@Nullable Object value, SqlType type) {
        if (value == null) {
            return null;
        }
        return switch (type.base()) {
            case BOOLEAN, DECIMAL, DATE -> value;
            case STRING -> value.toString();
            case INTEGER -> ((Number) value).intValue();
            case BIGINT -> ((Number) value).longValue();
            case DOUBLE -> ((Number) value).doubleValue();
            case BYTES -> ByteBuffer.wrap((byte[]) value);
            case TIME -> ((LocalTime) value).truncatedTo(ChronoUnit.MILLIS);
            case TIMESTAMP -> instant(value).truncatedTo(ChronoUnit.MILLIS);
            case ARRAY -> array((scala.collection.Seq<?>) value, (SqlType.Array) type);
            case MAP -> map((scala.collection.Map<?, ?>) value, (SqlType.Map) type);
            case STRUCT -> struct((Row) value, (SqlType.Struct) type);
        };
    }

    private static Instant instant(Object value) {
        return value instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : (Instant) value;
    }

    private static List<@Nullable Object> array(scala.collection.Seq<?> value, SqlType.Array type) {
        List<@Nullable Object> elements = new ArrayList<>(value.size());
        CollectionConverters.asJava(value).forEach(element -> elements.add(sql(element, type.element())));
        return elements;
    }

    private static Map<@Nullable Object, @Nullable Object> map(scala.collection.Map<?, ?> value, SqlType.Map type) {
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        CollectionConverters.asJava(value)
                .forEach((key, entry) -> entries.put(sql(key, type.key()), sql(entry, type.value())));
        return entries;
    }

    private static StructValue struct(Row value, SqlType.Struct type) {
        @Nullable Object[] fields = new Object[type.fields().size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = sql(value.get(i), type.fields().get(i).type());
        }
        return new StructValue(type, fields);
    }
}

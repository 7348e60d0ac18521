package io.nrtstreams.sql.conversion;

import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlType.Base;
import io.nrtstreams.sql.type.SqlType.Decimal;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What CAST does. */
public final class Casts {

    private Casts() {}

    /**
     * How values of {@code from} become values of {@code to}; empty when they do not. What has no counterpart fails when it
     * is converted.
     */
    public static Optional<Conversion> conversion(SqlType from, SqlType to) {
        if (from.equals(to)) {
            return Optional.of(Conversion.NONE);
        }
        return Optional.ofNullable(
                switch (from.base()) {
                    case BOOLEAN -> to.base() == Base.STRING ? Object::toString : null;
                    case INTEGER, BIGINT, DOUBLE, DECIMAL -> ofNumber(from, to);
                    case STRING -> ofText(to);
                    case BYTES -> null;
                    case TIME -> to.base() == Base.STRING ? Object::toString : null;
                    case DATE -> ofDate(to.base());
                    case TIMESTAMP -> ofTimestamp(to.base());
                    case ARRAY -> ofArray((SqlType.Array) from, to);
                    case MAP -> ofMap((SqlType.Map) from, to);
                    case STRUCT -> ofStruct((SqlType.Struct) from, to);
                });
    }

    private static @Nullable Conversion ofNumber(SqlType from, SqlType to) {
        return switch (to.base()) {
            case INTEGER -> value -> ((Number) value).intValue();
            case BIGINT -> value -> ((Number) value).longValue();
            case DOUBLE -> value -> ((Number) value).doubleValue();
            case DECIMAL -> toDecimal(from.base(), (Decimal) to);
            case STRING ->
                from.base() == Base.DECIMAL ? value -> ((BigDecimal) value).toPlainString() : Object::toString;
            default -> null;
        };
    }

    private static Conversion toDecimal(Base from, Decimal to) {
        return switch (from) {
            case DECIMAL -> value -> NumberText.fit((BigDecimal) value, to);
            case DOUBLE -> value -> NumberText.fit(BigDecimal.valueOf((Double) value), to);
            default -> value -> NumberText.fit(BigDecimal.valueOf(((Number) value).longValue()), to);
        };
    }

    private static @Nullable Conversion ofText(SqlType to) {
        return switch (to.base()) {
            case BOOLEAN -> value -> NumberText.bool((String) value).orElse(false);
            case INTEGER -> value -> NumberText.integer((String) value);
            case BIGINT -> value -> NumberText.bigint((String) value);
            case DOUBLE -> value -> NumberText.number((String) value);
            case DECIMAL -> value -> NumberText.decimal((String) value, (Decimal) to);
            case TIME -> value -> TemporalText.time((String) value);
            case DATE -> value -> TemporalText.date((String) value);
            case TIMESTAMP -> value -> TemporalText.timestamp((String) value);
            default -> null;
        };
    }

    private static @Nullable Conversion ofDate(Base to) {
        return switch (to) {
            case STRING -> Object::toString;
            case TIMESTAMP -> value -> ((LocalDate) value).atStartOfDay().toInstant(ZoneOffset.UTC);
            default -> null;
        };
    }

    private static @Nullable Conversion ofTimestamp(Base to) {
        return switch (to) {
            case STRING -> value -> TemporalText.text((Instant) value);
            case DATE -> value -> LocalDate.ofInstant((Instant) value, ZoneOffset.UTC);
            case TIME -> value -> LocalTime.ofInstant((Instant) value, ZoneOffset.UTC);
            default -> null;
        };
    }

    private static @Nullable Conversion ofArray(SqlType.Array from, SqlType to) {
        if (to.base() == Base.STRING) {
            return Object::toString;
        }
        return to instanceof SqlType.Array array
                ? conversion(from.element(), array.element())
                        .map(Casts::elements)
                        .orElse(null)
                : null;
    }

    private static @Nullable Conversion ofMap(SqlType.Map from, SqlType to) {
        if (to.base() == Base.STRING) {
            return Object::toString;
        }
        if (!(to instanceof SqlType.Map map)) {
            return null;
        }
        return conversion(from.key(), map.key())
                .flatMap(key -> conversion(from.value(), map.value()).map(value -> entries(key, value)))
                .orElse(null);
    }

    private static @Nullable Conversion ofStruct(SqlType.Struct from, SqlType to) {
        if (to.base() == Base.STRING) {
            return Object::toString;
        }
        if (!(to instanceof SqlType.Struct struct)) {
            return null;
        }
        List<Conversion> conversions = new ArrayList<>();
        for (SqlType.Field field : struct.fields()) {
            Optional<Conversion> conversion = from.field(field.name())
                    .map(given -> conversion(given.type(), field.type()))
                    .orElse(Optional.of(Conversion.NONE));
            if (conversion.isEmpty()) {
                return null;
            }
            conversions.add(conversion.get());
        }
        return fields(from, struct, conversions);
    }

    /** Converts each element. */
    static Conversion elements(Conversion element) {
        return value -> {
            List<?> given = (List<?>) value;
            List<@Nullable Object> converted = new ArrayList<>(given.size());
            for (Object one : given) {
                converted.add(element.convertNullable(one));
            }
            return converted;
        };
    }

    /** Converts each entry. */
    static Conversion entries(Conversion key, Conversion value) {
        return given -> {
            Map<@Nullable Object, @Nullable Object> converted = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) given).entrySet()) {
                converted.put(key.convertNullable(entry.getKey()), value.convertNullable(entry.getValue()));
            }
            return converted;
        };
    }

    /** Converts each field by its name; a field that is not given is null. */
    static Conversion fields(SqlType.Struct from, SqlType.Struct to, List<Conversion> conversions) {
        int[] places = to.fields().stream()
                .mapToInt(field ->
                        from.fields().stream().map(SqlType.Field::name).toList().indexOf(field.name()))
                .toArray();
        return value -> {
            StructValue given = (StructValue) value;
            @Nullable Object[] converted = new Object[places.length];
            for (int i = 0; i < places.length; i++) {
                converted[i] = places[i] < 0 ? null : conversions.get(i).convertNullable(given.get(places[i]));
            }
            return new StructValue(to, converted);
        };
    }
}

package io.nrtstreams.sql.conversion;

import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlType.Base;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Conversions that happen by themselves. */
public final class Coercion {

    private Coercion() {}

    /**
     * How values of {@code from} become values of {@code to} without a CAST; empty when they do not. Numbers widen, texts and
     * dates become times, also inside arrays, maps and structs; a field that a struct lacks is null.
     */
    public static Optional<Conversion> conversion(SqlType from, SqlType to) {
        return allowed(from, to) ? Casts.conversion(from, to) : Optional.empty();
    }

    /** As {@link #conversion}, of types that are known to be convertible. */
    public static Conversion implicit(SqlType from, SqlType to) {
        return conversion(from, to)
                .orElseThrow(() -> new IllegalArgumentException(from + " does not become " + to + " by itself"));
    }

    private static boolean allowed(SqlType from, SqlType to) {
        if (Widening.widens(from, to) || isTime(from.base(), to.base())) {
            return true;
        }
        if (from instanceof SqlType.Array given && to instanceof SqlType.Array wanted) {
            return allowed(given.element(), wanted.element());
        } else if (from instanceof SqlType.Map given && to instanceof SqlType.Map wanted) {
            return allowed(given.key(), wanted.key()) && allowed(given.value(), wanted.value());
        }
        return from instanceof SqlType.Struct given
                && to instanceof SqlType.Struct wanted
                && allFields(given, wanted, Coercion::allowed);
    }

    private static boolean isTime(Base from, Base to) {
        return switch (to) {
            case DATE, TIME -> from == Base.STRING;
            case TIMESTAMP -> from == Base.STRING || from == Base.DATE;
            default -> false;
        };
    }

    /** Whether each given field has a counterpart that meets the condition. */
    private static boolean allFields(SqlType.Struct given, SqlType.Struct wanted, BiPredicate<SqlType, SqlType> meets) {
        return given.fields().stream()
                .allMatch(field -> wanted.field(field.name())
                        .map(counterpart -> meets.test(field.type(), counterpart.type()))
                        .orElse(false));
    }

    /**
     * The narrowest type that both become by themselves; empty when there is none. Structs come to all fields of both.
     */
    public static Optional<SqlType> common(SqlType left, SqlType right) {
        if (left instanceof SqlType.Array one && right instanceof SqlType.Array other) {
            return common(one.element(), other.element()).map(SqlType.Array::new);
        } else if (left instanceof SqlType.Map one && right instanceof SqlType.Map other) {
            return common(one.key(), other.key())
                    .flatMap(key -> common(one.value(), other.value()).map(value -> new SqlType.Map(key, value)));
        } else if (left instanceof SqlType.Struct one && right instanceof SqlType.Struct other) {
            return commonStruct(one, other);
        }
        return Widening.common(left, right);
    }

    private static Optional<SqlType> commonStruct(SqlType.Struct left, SqlType.Struct right) {
        List<SqlType.Field> fields = new ArrayList<>();
        for (SqlType.Field field : left.fields()) {
            Optional<SqlType> type = right.field(field.name())
                    .map(counterpart -> common(field.type(), counterpart.type()))
                    .orElse(Optional.of(field.type()));
            if (type.isEmpty()) {
                return Optional.empty();
            }
            fields.add(new SqlType.Field(field.name(), type.get()));
        }
        right.fields().stream()
                .filter(field -> left.field(field.name()).isEmpty())
                .forEach(fields::add);
        return Optional.of(new SqlType.Struct(fields));
    }
}

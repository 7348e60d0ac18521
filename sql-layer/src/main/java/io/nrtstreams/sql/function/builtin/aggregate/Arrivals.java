package io.nrtstreams.sql.function.builtin.aggregate;

import static java.util.Objects.requireNonNull;

import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers values in the order in which they arrive, over all keys and windows, since sessions that merge must know which of
 * their values came first. Numbers grow beyond those that states already hold.
 */
final class Arrivals {

    private final SqlType.Struct type;
    private long last;

    Arrivals(SqlType value) {
        this.type = type(value);
    }

    /** The type of a numbered value. */
    static SqlType.Struct type(SqlType value) {
        return new SqlType.Struct(List.of(new SqlType.Field("SEQ", SqlTypes.BIGINT), new SqlType.Field("VAL", value)));
    }

    StructValue numbered(@Nullable Object value) {
        last++;
        return new StructValue(type, last, value);
    }

    /** Lets numbers to come begin behind this one. */
    void startAfter(long number) {
        last = number;
    }

    /** Lets numbers to come be greater than that of a value. */
    void goOnAfter(StructValue numbered) {
        last = Math.max(last, number(numbered));
    }

    static long number(StructValue numbered) {
        return (Long) requireNonNull(numbered.get(0));
    }

    static @Nullable Object value(StructValue numbered) {
        return numbered.get(1);
    }
}

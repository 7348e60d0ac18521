package io.nrtstreams.sql.function.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.function.Argument;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.function.ScalarCall;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of a table of calls: what a function gives for arguments of SQL types. */
public record Call(
        String function,
        List<@Nullable Object> arguments,
        @Nullable Object result) {

    static final FunctionRegistry FUNCTIONS = FunctionRegistry.builtIn();

    /** A null that has a type. */
    public record Null(SqlType type) {
        @Override
        public String toString() {
            return "null";
        }
    }

    public static final Null NO_TEXT = new Null(SqlTypes.STRING);
    public static final Null NO_INTEGER = new Null(SqlTypes.INTEGER);
    public static final Null NO_BYTES = new Null(SqlTypes.BYTES);

    public static Call of(String function, @Nullable Object... arguments) {
        return new Call(function, Arrays.asList(arguments), null);
    }

    public Call gives(@Nullable Object expected) {
        return new Call(function, arguments, expected);
    }

    public static ByteBuffer bytes(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length);
        for (int value : values) {
            buffer.put((byte) value);
        }
        return buffer.flip();
    }

    public void check() {
        assertThat(invoke()).as(toString()).isEqualTo(result);
    }

    public @Nullable Object invoke() {
        List<Argument> types = new ArrayList<>();
        @Nullable Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            Object argument = arguments.get(i);
            types.add(new Argument.Value(type(argument)));
            values[i] = argument instanceof Null ? null : argument;
        }
        ScalarCall call = FUNCTIONS.scalar(Position.NONE, function, types);
        return call.invoke(values);
    }

    private static Optional<SqlType> type(@Nullable Object argument) {
        if (argument == null) {
            return Optional.empty();
        } else if (argument instanceof Null typed) {
            return Optional.of(typed.type());
        } else if (argument instanceof String) {
            return Optional.of(SqlTypes.STRING);
        } else if (argument instanceof Integer) {
            return Optional.of(SqlTypes.INTEGER);
        } else if (argument instanceof ByteBuffer) {
            return Optional.of(SqlTypes.BYTES);
        }
        throw new IllegalArgumentException("no SQL type is known here of " + argument.getClass());
    }

    @Override
    public String toString() {
        return function + arguments + " -> " + result;
    }
}
